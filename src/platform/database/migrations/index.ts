import { InitialSchema1700000000000 } from './1700000000000-initial-schema.js';
import { FileLinks1700000000001 } from './1700000000001-file-links.js';
import { AuditLog1700000000030 } from './1700000000030-audit-log.js';

/** Every migration, oldest first; the same list on both engines. */
export const migrations = [InitialSchema1700000000000, FileLinks1700000000001, AuditLog1700000000030];
