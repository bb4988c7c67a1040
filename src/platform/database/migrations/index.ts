import { InitialSchema1700000000000 } from './1700000000000-initial-schema.js';
import { FileLinks1700000000001 } from './1700000000001-file-links.js';
import { KeptAnswers1700000000020 } from './1700000000020-kept-answers.js';

/** Every migration, oldest first; the same list on both engines. */
export const migrations = [InitialSchema1700000000000, FileLinks1700000000001, KeptAnswers1700000000020];
