import type { DomainError } from '../../platform/errors/domain-error.js';
import type { FailedRequest, WireFailure } from '../../platform/http/dialect-wire.js';
import { MALFORMED_JSON, transportFailureOf } from '../../platform/http/http-errors.js';
import { type FieldProblem, isMissing } from '../../platform/http/lenient-shape.pipe.js';

/**
 * The fields in the order in which their failures are told, of which an answer names the first alone; with what each is
 * called in codes. Behind them what services call the same things.
 */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'TITLE',
  description: 'DESCRIPTION',
  message: 'MESSAGE',
  priority: 'PRIORITY',
  category: 'CATEGORY',
  tags: 'TAGS',
  attachments: 'ATTACHMENTS',
  status: 'STATUS',
  assignedTo: 'ASSIGNED_TO',
  resolution: 'RESOLUTION',
  category_id: 'CATEGORY',
  attachment_ids: 'ATTACHMENTS',
  links: 'ATTACHMENTS',
  assignee_id: 'ASSIGNED_TO',
};

const TEXTS: ReadonlyMap<string, string> = new Map([
  ['TITLE_REQUIRED', 'Title is required'],
  ['DESCRIPTION_REQUIRED', 'Description is required'],
  ['MESSAGE_REQUIRED', 'Message is required'],
  ['PRIORITY_REQUIRED', 'Priority is required'],
  ['CATEGORY_REQUIRED', 'Category is required'],
  ['INVALID_TITLE', 'Invalid title'],
  ['INVALID_DESCRIPTION', 'Invalid description'],
  ['INVALID_MESSAGE', 'Invalid message'],
  ['INVALID_PRIORITY', 'Invalid priority level'],
  ['INVALID_CATEGORY', 'Invalid category'],
  ['INVALID_TAGS', 'Invalid tags'],
  ['INVALID_ATTACHMENTS', 'Invalid attachments'],
  ['INVALID_STATUS', 'Invalid status'],
  ['INVALID_ASSIGNED_TO', 'Invalid assignee'],
  ['INVALID_RESOLUTION', 'Invalid resolution'],
]);

/** What is wrong with a field, as a code of this wire; `failure` has the texts. */
export function problemCode({ field, value }: FieldProblem): string {
  const name = FIELDS[field] ?? 'REQUEST';
  return isMissing(value) && TEXTS.has(`${name}_REQUIRED`) ? `${name}_REQUIRED` : `INVALID_${name}`;
}

type Saying = readonly [status: number, text: string, code: string];

/** A failure as this wire says it: the text for people in `error`, the code for programs in `message`. */
export function failure(error: DomainError, request: FailedRequest): WireFailure {
  const [status, text, code] = saying(error, request);
  // The page of the list has a shape of its own for a bad query.
  if (request.method === 'GET' && status === 400) {
    return { status, body: { success: false, error: 'Invalid query parameters', code: 'INVALID_PARAMETERS' } };
  }
  return { status, body: { error: text, message: code } };
}

function saying(error: DomainError, { method, route }: FailedRequest): Saying {
  const transport = transportFailureOf(error);
  if (transport) return [transport.status, transport.text, transport.text.toUpperCase().replaceAll(' ', '_')];
  switch (error.kind) {
    case 'invalid':
      return error.code === MALFORMED_JSON.code ? [400, 'Malformed JSON', 'MALFORMED_JSON'] : firstProblem(error);
    case 'unauthenticated':
      return [401, 'Authentication required', 'UNAUTHORIZED'];
    case 'forbidden':
      return [403, 'Insufficient permissions', 'FORBIDDEN'];
    case 'not_found':
      return route === null
        ? [404, 'Not found', 'NOT_FOUND']
        : [404, 'Support ticket not found', 'SUPPORT_TICKET_NOT_FOUND'];
    case 'conflict':
    case 'precondition':
      return method === 'PUT'
        ? [400, 'Support ticket is no longer open', 'SUPPORT_TICKET_NOT_OPEN']
        : [400, 'Support ticket is closed', 'SUPPORT_TICKET_CLOSED'];
    case 'limited':
      return [429, 'Too many requests', 'TOO_MANY_REQUESTS'];
    case 'unavailable':
      return [503, 'Service unavailable', 'SERVICE_UNAVAILABLE'];
    case 'unexpected':
      return [500, 'Internal server error', 'INTERNAL_SERVER_ERROR'];
  }
}

/** The first failing field's own code where this wire found the problem, else the one for whatever a service refused. */
function firstProblem({ details: { errors = {} } }: DomainError): Saying {
  const field = Object.keys(FIELDS).find((each) => each in errors);
  if (field === undefined) return [400, 'Invalid request', 'INVALID_REQUEST'];
  const told = errors[field]?.[0] ?? '';
  const code = TEXTS.has(told) ? told : `INVALID_${FIELDS[field]}`;
  return [400, TEXTS.get(code) ?? 'Invalid request', code];
}
