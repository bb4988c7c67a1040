import { invalid } from '../../../platform/errors/error-codes.js';
import type { NewTicket } from '../ticket-opening.service.js';
import type { TicketEdit } from '../tickets.service.js';
import type { EditTicketDto, OpenTicketDto } from './ticket-input.dto.js';

/** What the body asks to open. Throws `validation_failed` where two fields contradict each other. */
export function newTicketOf(body: OpenTicketDto): NewTicket {
  const { category_id: categoryId, category: slug, linked_resource: linked, attachment_ids: attachmentIds } = body;
  if (categoryId !== undefined && slug !== undefined) {
    throw invalid({ category: ['category must not be given beside category_id'] });
  }
  return {
    subject: body.subject,
    description: body.description,
    ...(categoryId !== undefined && { category: { id: categoryId } }),
    ...(slug !== undefined && { category: { slug } }),
    ...(body.priority && { priority: body.priority }),
    ...(body.tags && { tags: body.tags }),
    ...(attachmentIds && { attachmentIds }),
    ...(linked && { linkedResource: { type: linked.type, externalId: linked.external_id } }),
    ...(body.custom && { custom: body.custom }),
    ...(body.requester && { requester: requesterOf(body.requester) }),
  };
}

export function editOf({
  category_id: categoryId,
  assignee_id: assigneeId,
  team_id: teamId,
  ...rest
}: EditTicketDto): TicketEdit {
  return {
    ...rest,
    ...(categoryId !== undefined && { categoryId }),
    ...(assigneeId !== undefined && { assigneeId }),
    ...(teamId !== undefined && { teamId }),
  };
}

function requesterOf({ id, email, name }: NonNullable<OpenTicketDto['requester']>): NewTicket['requester'] {
  if (id !== undefined && email === undefined && name === undefined) return { id };
  if (id === undefined && email !== undefined && name !== undefined) return { email, name };
  throw invalid({ requester: ['requester must have either id, or email and name'] });
}
