import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { portal } from '#text/portal';
import { api, dataOf, type TicketDetail } from '../api/client';
import { explain } from '../api/explain';
import { useUploads } from '../writing/use-uploads';
import { WritingField } from '../writing/writing-field';
import { useDraft } from './draft';
import { FilesField } from './files-field';
import { refreshTickets } from './queries';

const text = portal.ticket;

/** Offers what the ticket's `abilities` say that its reader may do now. */
export function ReplyForm({ ticket }: { readonly ticket: TicketDetail }) {
  const { number, status, abilities } = ticket;
  const path = { number: String(number) };
  const { draft, write, finish } = useDraft(String(number));
  const uploads = useUploads();

  const reply = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/tickets/{number}/messages', {
          params: { path },
          // Sent again after a lost answer, it is still one message.
          headers: { 'idempotency-key': draft.key },
          body: { body: draft.body, attachment_ids: [...uploads.ids] },
        }),
      ),
    onSuccess: () => {
      finish();
      uploads.clear();
      return refreshTickets();
    },
  });
  const move = useMutation({
    mutationFn: (to: 'close' | 'reopen') =>
      to === 'close'
        ? dataOf(api.POST('/api/v1/tickets/{number}/close', { params: { path }, body: {} }))
        : dataOf(api.POST('/api/v1/tickets/{number}/reopen', { params: { path } })),
    onSuccess: refreshTickets,
  });
  const problem = reply.error ?? move.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reply.mutate();
  };
  return (
    <form onSubmit={submit} className="form reply">
      {status === 'resolved' && <p className="hint">{text.resolvedHint}</p>}
      {status === 'closed' && <p className="hint">{text.closedHint}</p>}
      {abilities.includes('reply') && (
        <>
          <WritingField
            label={text.reply}
            placeholder={text.reply}
            value={draft.body}
            maxLength={20_000}
            isRequired
            change={(body) => write({ body })}
            uploads={uploads}
          />
          <FilesField uploads={uploads} />
        </>
      )}
      <p role="alert" className="problem">
        {problem && explain(problem)}
      </p>
      {uploads.obstacle !== null && <p className="hint">{uploads.obstacle}</p>}
      <div className="buttons">
        {abilities.includes('reply') && (
          <button type="submit" className="main" disabled={reply.isPending || uploads.obstacle !== null}>
            {reply.isPending ? text.sending : text.send}
          </button>
        )}
        {abilities.includes('close') && (
          <button type="button" title={text.closeHint} disabled={move.isPending} onClick={() => move.mutate('close')}>
            {text.close}
          </button>
        )}
        {abilities.includes('reopen') && (
          <button type="button" disabled={move.isPending} onClick={() => move.mutate('reopen')}>
            {text.reopen}
          </button>
        )}
      </div>
    </form>
  );
}
