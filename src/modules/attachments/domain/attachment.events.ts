import type { NewEvent } from '../../../platform/events/event.js';
import type { Attachment } from './attachment.js';

/** A message got this file. `seq` is the message's number as those who may read the event count it. */
export function addedEvent({ id, fileName, externalUrl }: Attachment, seq: number): Pick<NewEvent, 'type' | 'data'> {
  const data = { id, file_name: fileName, seq, ...(externalUrl !== null && { url: externalUrl }) };
  return { type: 'attachment.added', data };
}
