import { DESCRIPTION_SEQ, type UnreadCount } from '../../tickets/index.js';

/** Counts the replies of others behind the caller's mark, and the description as long as nothing was read. */
export function unreadCount(audience: 'staff' | 'customers'): UnreadCount {
  const read = 'COALESCE(rm.last_read_seq, 0)';
  const audible = audience === 'staff' ? '' : 'AND um.public_seq IS NOT NULL';
  return {
    table: 'read_marks',
    alias: 'rm',
    on: 'rm.tenant_id = t.tenant_id AND rm.ticket_number = t.number AND rm.user_id = :reader',
    count: `(SELECT COUNT(*) FROM messages um WHERE um.tenant_id = t.tenant_id AND um.ticket_number = t.number
        AND um.seq > ${read} AND um.author_id <> :reader ${audible})
      + CASE WHEN ${read} < ${DESCRIPTION_SEQ} AND t.opened_by <> :reader THEN 1 ELSE 0 END`,
  };
}
