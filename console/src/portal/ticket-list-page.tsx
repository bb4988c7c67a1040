import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { portal } from '#text/portal';
import type { Ticket } from '../api/client';
import { useSession } from '../api/session';
import { say } from '../text/say';
import { Ago } from '../ui/ago';
import { Notable } from '../ui/notable';
import { usePageTitle } from '../ui/page-title';
import { Loading, StatusWord, Trouble } from './pieces';
import { type ListChoice, listQuery } from './queries';

const text = portal.list;

/** `GET /tickets`, of which the API shows a customer only what is theirs. What is chosen is in the address. */
export function TicketListPage() {
  usePageTitle(text.title);
  const [search] = useSearchParams();
  const choice: ListChoice = {
    state: search.get('state') === 'done' ? 'done' : 'open',
    whose: search.get('whose') === 'mine' ? 'mine' : 'everybody',
  };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(listQuery(choice));
  const tickets = data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <h1>{text.title}</h1>
      <div className="choices">
        <Choices label={text.state} name="state" choice={choice} options={{ open: text.open, done: text.done }} />
        <Choices
          label={text.whose}
          name="whose"
          choice={choice}
          options={{ everybody: text.everybody, mine: text.mine }}
        />
      </div>
      {!tickets && (error ? <Trouble error={error} retry={() => void refetch()} /> : <Loading />)}
      {tickets?.length === 0 && !hasNextPage && <Nothing state={choice.state} />}
      <ul className="tickets">
        {tickets?.map((ticket) => (
          <TicketRow key={ticket.number} ticket={ticket} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text.more}
        </button>
      )}
    </>
  );
}

function TicketRow({ ticket }: { readonly ticket: Ticket }) {
  const session = useSession();
  const { number, reference, subject, status, requester, unread_count: unread, last_message_at: at } = ticket;
  return (
    <li data-unread={unread > 0}>
      <Link href={`/tickets/${number}`} className="subject">
        {subject}
      </Link>
      {unread > 0 && (
        <span className="badge" title={say(text.unread, { count: unread })}>
          <span aria-hidden>{unread}</span>
          <span className="visually-hidden">{say(text.unread, { count: unread })}</span>
        </span>
      )}
      <p className="about">
        <StatusWord status={status} />
        <span>{reference}</span>
        {requester.id !== session?.userId && <span>{say(text.by, { name: requester.name })}</span>}
        <Ago at={at} />
      </p>
    </li>
  );
}

interface ChoicesProps<N extends keyof ListChoice> {
  readonly label: string;
  readonly name: N;
  readonly choice: ListChoice;
  readonly options: Readonly<Record<ListChoice[N], string>>;
}

/** Links, so that each list has its own address. */
function Choices<N extends keyof ListChoice>({ label, name, choice, options }: ChoicesProps<N>) {
  return (
    <nav aria-label={label}>
      {Object.entries<string>(options).map(([value, option]) => (
        <Link
          key={value}
          href={`/?${new URLSearchParams({ ...choice, [name]: value }).toString()}`}
          aria-current={choice[name] === value ? 'page' : undefined}
        >
          {option}
        </Link>
      ))}
    </nav>
  );
}

function Nothing({ state }: Pick<ListChoice, 'state'>) {
  if (state === 'done') return <Notable title={text.emptyDone} hint={text.emptyDoneHint} />;
  return (
    <Notable title={text.emptyOpen} hint={text.emptyOpenHint}>
      <Link href="/new">{portal.newTicket}</Link>
    </Notable>
  );
}
