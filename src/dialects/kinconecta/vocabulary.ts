import { Vocabulary } from '../../platform/http/vocabulary.js';
import type { Status } from '../../modules/tickets/index.js';

/** Nothing on this wire waits for the customer, so `pending` is work in progress. */
export const STATUS = new Vocabulary<Status, 'open' | 'in_progress' | 'resolved' | 'closed'>({
  open: 'open',
  in_progress: 'in_progress',
  pending: 'in_progress',
  resolved: 'resolved',
  closed: 'closed',
});

/** As what somebody writes; the last is for all of whom nobody said it. */
export const ROLE_CONTEXTS = ['tourist', 'guide', 'guest'] as const;
export type RoleContext = (typeof ROLE_CONTEXTS)[number];
