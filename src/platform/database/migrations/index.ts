import { InitialSchema1700000000000 } from './1700000000000-initial-schema.js';
import { FileLinks1700000000001 } from './1700000000001-file-links.js';

/** Every migration, oldest first; the same list on both engines. */
export const migrations = [InitialSchema1700000000000, FileLinks1700000000001];
