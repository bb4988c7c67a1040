import { toIso } from '../../platform/clock/clock.js';
import type { DomainError, FieldErrors } from '../../platform/errors/domain-error.js';
import type { FailedRequest, WireFailure } from '../../platform/http/dialect-wire.js';
import { MALFORMED_JSON, PAYLOAD_TOO_LARGE, transportFailureOf } from '../../platform/http/http-errors.js';
import { INVALID_CREDENTIALS, unauthenticated } from '../../modules/auth/index.js';
import { TEXTS } from './laravel-texts.js';

const INVALID_SIGNATURE = 'Invalid agency signature';

export const invalidSignature = () => unauthenticated(INVALID_SIGNATURE);

interface Saying {
  readonly status: number;
  readonly message: string;
  /** The key `errors`, which only some failures have. */
  readonly errors?: FieldErrors | null;
}

/** A failure in the envelope of this wire; never with `meta`. */
export function failure(error: DomainError, request: FailedRequest): WireFailure {
  const { status, message, errors } = saying(error, request);
  const tail = { data: null, request_id: request.id, timestamp: toIso(request.at) };
  return { status, body: { success: false, message, ...(errors !== undefined && { errors }), ...tail } };
}

function saying(error: DomainError, { route }: FailedRequest): Saying {
  // PHP drops a file that is too large and lets the form say so.
  if (error.code === PAYLOAD_TOO_LARGE.code && route?.endsWith('/upload')) {
    return wrongFields({ file: [TEXTS.notUploaded('file')] });
  }
  const transport = transportFailureOf(error);
  if (transport) return { status: transport.status, message: inTitleCase(transport.text) };
  switch (error.kind) {
    case 'invalid':
      if (error.details.errors) return wrongFields(error.details.errors);
      return { status: 400, message: error.code === MALFORMED_JSON.code ? 'Malformed JSON' : 'Bad Request' };
    case 'unauthenticated':
      return unauthenticatedAs(error);
    case 'forbidden':
      return { status: 403, message: 'Forbidden' };
    case 'not_found':
      return { status: 404, message: route === null ? 'Not Found' : 'Ticket not found' };
    case 'conflict':
    case 'precondition':
      return {
        status: 400,
        message: route?.endsWith('/close') ? 'Ticket is already closed' : 'Cannot add message to closed ticket',
      };
    case 'limited':
      return { status: 429, message: 'Too Many Requests' };
    case 'unavailable':
      return { status: 503, message: 'Service Unavailable' };
    case 'unexpected':
      return { status: 500, message: 'Server Error' };
  }
}

function unauthenticatedAs({ code, details }: DomainError): Saying {
  if (code === INVALID_CREDENTIALS.code) return { status: 401, message: 'Invalid credentials', errors: null };
  return { status: 401, message: details.message === INVALID_SIGNATURE ? INVALID_SIGNATURE : 'Unauthenticated' };
}

function wrongFields(errors: FieldErrors): Saying {
  return {
    status: 422,
    message: 'Validation failed',
    errors: Object.fromEntries(Object.entries(errors).map(([field, texts]) => inWords(field, texts))),
  };
}

/** Fields as services name them, by the names they have here. */
const NAMES: Readonly<Record<string, string>> = {
  linked_resource: 'booking_id',
  assignee_id: 'user_id',
  attachment_ids: 'attachments',
  links: 'attachments',
};

/** Services begin a text with the field's name, in small letters; what begins with "The" is of this wire already. */
function inWords(field: string, texts: readonly string[]): readonly [field: string, texts: readonly string[]] {
  if (texts.every((text) => text.startsWith('The '))) return [field, texts];
  const name = NAMES[field] ?? field;
  return [name, [name === 'file' ? TEXTS.notUploaded(name) : TEXTS.unknown(name)]];
}

/** As Laravel names them: `Method Not Allowed`. */
function inTitleCase(text: string): string {
  return text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
