import { Vocabulary } from '../../platform/http/vocabulary.js';
import type { Priority, Status } from '../../modules/tickets/index.js';

/** Only `created` is on the vendor's page. Nothing on this wire sets a status or filters by one. */
export const STATUS = new Vocabulary<Status, 'created' | 'in_progress' | 'resolved' | 'closed'>({
  open: 'created',
  in_progress: 'in_progress',
  pending: 'in_progress',
  resolved: 'resolved',
  closed: 'closed',
});

/** Only `low` is on the vendor's page. */
export const PRIORITY = new Vocabulary<Priority, 'low' | 'medium' | 'high' | 'critical'>({
  low: 'low',
  normal: 'medium',
  high: 'high',
  urgent: 'critical',
});

export type CreatorType = 'customer' | 'admin';
