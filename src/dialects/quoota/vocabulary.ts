import { Vocabulary } from '../../platform/http/vocabulary.js';
import type { Priority, Status } from '../../modules/tickets/index.js';

/** Nothing on this wire waits for the customer, so `pending` is work in progress. */
export const STATUS = new Vocabulary<Status, 'Open' | 'In Progress' | 'Resolved' | 'Closed'>({
  open: 'Open',
  in_progress: 'In Progress',
  pending: 'In Progress',
  resolved: 'Resolved',
  closed: 'Closed',
});

export const PRIORITY = new Vocabulary<Priority, 'Low' | 'Medium' | 'High' | 'Critical'>({
  low: 'Low',
  normal: 'Medium',
  high: 'High',
  urgent: 'Critical',
});
