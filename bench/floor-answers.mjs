/** What the floor shows of a ticket: in the words of the API, field by field. */
const PRIORITIES = ['low', 'normal', 'high', 'urgent'];

/** Thrown for what is not there. */
export const NO_TICKET = new Error('There is no such ticket');

export const iso = (instant) => new Date(Number(instant)).toISOString();
const isoOrNull = (instant) => (instant === null ? null : iso(instant));
const named = (id, name) => (id === null || name === null ? null : { id, name });

export function ticketOf(row, who) {
  const { staff } = who;
  return {
    number: row.number,
    reference: `TK-${new Date(Number(row.created_at)).getUTCFullYear()}-${String(row.number).padStart(5, '0')}`,
    subject: row.subject,
    description: row.description,
    status: row.status,
    priority: PRIORITIES[row.priority],
    category: { id: row.category_id, slug: row.category_slug, name: row.category_name },
    requester: {
      id: row.requester_id,
      name: row.requester_name,
      email: row.requester_email,
      team: named(row.requester_team_id, row.requester_team_name),
    },
    assignee: named(row.assignee_id, row.assignee_name),
    team: named(row.team_id, row.team_name),
    tags: JSON.parse(row.tags),
    linked_resource: row.linked_type && {
      type: row.linked_type,
      external_id: row.linked_external_id,
      reference: row.linked_reference,
      data: row.linked_data && JSON.parse(row.linked_data),
    },
    custom: JSON.parse(row.custom),
    resolution: row.resolution,
    message_count: staff ? row.last_seq : row.last_public_seq,
    last_message_at: iso(staff ? row.last_message_at : row.last_public_message_at),
    unread_count: Number(row.unread),
    version: staff ? row.version : row.public_version,
    created_at: iso(row.created_at),
    updated_at: iso(staff ? row.updated_at : row.public_updated_at),
    first_response_at: isoOrNull(row.first_response_at),
    resolved_at: isoOrNull(row.resolved_at),
    closed_at: isoOrNull(row.closed_at),
    abilities: abilitiesOf(row, who),
  };
}

function abilitiesOf({ status, requester_id: requester, assignee_id: assignee }, { id, staff, role }) {
  const open = status !== 'closed';
  const settles = staff || requester === id;
  const abilities = [];
  if (open) abilities.push('reply');
  if (staff && open) abilities.push('add_note');
  if (staff || (status === 'open' && requester === id)) abilities.push('edit_subject');
  if (staff) abilities.push('edit', 'assign');
  if (staff && assignee === null) abilities.push('claim');
  if (settles && open && status !== 'resolved') abilities.push('resolve');
  if (settles && open) abilities.push('close');
  if (settles && (status === 'resolved' || !open)) abilities.push('reopen');
  if (role === 'admin') abilities.push('delete');
  return abilities;
}
