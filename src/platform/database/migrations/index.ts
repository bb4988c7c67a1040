import { InitialSchema1700000000000 } from './1700000000000-initial-schema.js';
import { FileLinks1700000000001 } from './1700000000001-file-links.js';
import { EventPositions1700000000010 } from './1700000000010-event-positions.js';
import { Webhooks1700000000011 } from './1700000000011-webhooks.js';
import { KeptAnswers1700000000020 } from './1700000000020-kept-answers.js';
import { AuditLog1700000000030 } from './1700000000030-audit-log.js';
import { SearchTexts1700000000040 } from './1700000000040-search-texts.js';
import { CountingIndexes1700000000050 } from './1700000000050-counting-indexes.js';
import { EndpointTurns1700000000060 } from './1700000000060-endpoint-turns.js';
import { ReportIndexes1700000000070 } from './1700000000070-report-indexes.js';

/** Every migration, oldest first; the same list on both engines. */
export const migrations = [
  InitialSchema1700000000000,
  FileLinks1700000000001,
  EventPositions1700000000010,
  Webhooks1700000000011,
  KeptAnswers1700000000020,
  AuditLog1700000000030,
  SearchTexts1700000000040,
  CountingIndexes1700000000050,
  EndpointTurns1700000000060,
  ReportIndexes1700000000070,
];
