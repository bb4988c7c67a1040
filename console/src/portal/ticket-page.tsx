import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { portal } from '#text/portal';
import { api, dataOf, type Message, type TicketDetail } from '../api/client';
import { useSession } from '../api/session';
import { dayOf, instantOf, say, timeOf } from '../text/say';
import { usePageTitle } from '../ui/page-title';
import { AttachmentView } from '../writing/attachment-view';
import { Markdown } from '../writing/markdown';
import { Loading, StatusWord, Trouble } from './pieces';
import { messagesQuery, refreshTickets, ticketQuery } from './queries';
import { ReplyForm } from './reply-form';

const text = portal.ticket;

/** `GET /tickets/{number}` with its messages; what is shown is marked as read. */
export default function TicketPage({ number }: { readonly number: number }) {
  const { data: ticket, error, refetch } = useQuery(ticketQuery(number));
  usePageTitle(ticket?.subject ?? '');
  if (!ticket) return error ? <Trouble error={error} retry={() => void refetch()} /> : <Loading />;
  return (
    <>
      <Link href="/">
        <span aria-hidden>← </span>
        {portal.back}
      </Link>
      <h1>{ticket.subject}</h1>
      <p className="about">
        <StatusWord status={ticket.status} />
        <span>{ticket.reference}</span>
        <span>{ticket.category.name}</span>
        <span>{say(text.opened, { when: dayOf(ticket.created_at) })}</span>
      </p>
      <Thread ticket={ticket} />
      <ReplyForm ticket={ticket} />
    </>
  );
}

function Thread({ ticket }: { readonly ticket: TicketDetail }) {
  const { number } = ticket;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    messagesQuery(number),
  );
  useReadMark(ticket);
  if (!data) return error ? <Trouble error={error} retry={() => void refetch()} /> : <Loading />;
  const messages = data.pages.flatMap(({ items }) => items).reverse();
  return (
    <section aria-label={text.thread}>
      {hasNextPage && (
        <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text.older}
        </button>
      )}
      <ol className="thread" aria-live="polite">
        {messages.map((message) => (
          <MessageItem key={message.seq} message={message} />
        ))}
      </ol>
    </section>
  );
}

function MessageItem({ message }: { readonly message: Message }) {
  const session = useSession();
  const { author, body, attachments, created_at: at } = message;
  const isSupport = author.role !== 'customer';
  return (
    <li data-support={isSupport}>
      <p className="by">
        <strong>{author.id === session?.userId ? text.you : author.name}</strong>
        {isSupport && <span className="badge-quiet">{text.support}</span>}
        <time dateTime={at} title={instantOf(at)}>
          {dayOf(at)}, {timeOf(at)}
        </time>
      </p>
      <Markdown text={body} />
      {attachments.length > 0 && (
        <div className="attachments">
          {attachments.map((file) => (
            <AttachmentView key={file.id} file={file} />
          ))}
        </div>
      )}
    </li>
  );
}

/** `POST /tickets/{number}/read`, once somebody can see the page. */
function useReadMark({ number, unread_count: unread }: TicketDetail): void {
  useEffect(() => {
    if (unread === 0) return undefined;
    const mark = () => {
      if (document.visibilityState !== 'visible') return;
      const path = { number: String(number) };
      // If it fails, the badge stays and the next look tries again.
      dataOf(api.POST('/api/v1/tickets/{number}/read', { params: { path }, body: {} })).then(
        refreshTickets,
        () => undefined,
      );
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [number, unread]);
}
