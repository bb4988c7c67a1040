import type { Priority } from '../../api/client';
import { currentSession } from '../../api/session';
import type { Requester } from './requester-field';

export interface NewTicketForm {
  readonly requester: Requester | null;
  readonly requesterTyped: string;
  readonly subject: string;
  readonly description: string;
  /** Null until one is chosen: the first then. */
  readonly categoryId: string | null;
  readonly priority: Priority;
  readonly tags: readonly string[];
  /** Names this ticket, so that sent twice it is opened once. */
  readonly key: string;
}

export function emptyForm(): NewTicketForm {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return {
    ...{ requester: null, requesterTyped: '', subject: '', description: '', categoryId: null },
    priority: 'normal',
    tags: [],
    key: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}

/** What was begun before on this browser, by whoever is signed in. */
export function keptForm(): NewTicketForm {
  const text = localStorage.getItem(place());
  return text === null ? emptyForm() : (JSON.parse(text) as NewTicketForm);
}

export function keepForm(form: NewTicketForm): void {
  const { requesterTyped, subject, description } = form;
  if (`${requesterTyped}${subject}${description}`.trim() === '') forgetForm();
  else localStorage.setItem(place(), JSON.stringify(form));
}

export function forgetForm(): void {
  localStorage.removeItem(place());
}

function place(): string {
  return `polydesk.draft.${currentSession()?.userId ?? 0}.new`;
}
