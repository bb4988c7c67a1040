import { Button } from '@mantine/core';
import { IconFilterOff, IconInboxOff, IconMoodSmile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { inbox as text } from '#text/inbox';
import { categoriesQuery } from '../../api/queries';
import { useSession } from '../../api/session';
import { say } from '../../text/say';
import { countsQuery } from '../../tickets/queries';
import { CopyLine } from '../../ui/copy-line';
import { Notable } from '../../ui/notable';
import { VIEW_FILTERS, VIEWS, type View } from './views';

interface EmptyListProps {
  readonly view: View;
  readonly isNarrowed: boolean;
  readonly clear: () => void;
}

/** Says why there is nothing, and what to do next. */
export function EmptyList({ view, isNarrowed, clear }: EmptyListProps) {
  const { data: counts } = useQuery(countsQuery(VIEW_FILTERS));
  if (isNarrowed) {
    return (
      <Notable icon={<IconFilterOff size={26} />} title={text.empty.noMatch} hint={text.empty.noMatchHint}>
        <Button variant="light" onClick={clear}>
          {text.empty.clear}
        </Button>
      </Notable>
    );
  }
  if (counts && counts.every((count) => count === 0)) return <NothingEver />;
  const { title, hint } = text.empty[view.id];
  const unassigned = counts?.[VIEWS.findIndex(({ id }) => id === 'unassigned')] ?? 0;
  const Icon = view.id === 'needs-reply' || view.id === 'unassigned' ? IconMoodSmile : IconInboxOff;
  return (
    <Notable icon={<Icon size={26} />} title={title} hint={hint}>
      {view.id !== 'unassigned' && unassigned !== 0 && (
        <Button component={Link} to="/inbox/unassigned" variant="light">
          {say(text.empty.seeUnassigned, { count: unassigned })}
        </Button>
      )}
    </Notable>
  );
}

/** A desk that has never had a ticket: how it gets one. */
function NothingEver() {
  const { data: categories } = useQuery(categoriesQuery);
  const session = useSession();
  const category = categories?.[0]?.slug;
  return (
    <Notable icon={<IconInboxOff size={26} />} title={text.empty.first} hint={text.empty.firstHint}>
      <Button component={Link} to="/new">
        {text.empty.firstByYou}
      </Button>
      {session?.role === 'admin' && (
        <Button component={Link} to="/settings/api-keys" variant="light">
          {text.empty.firstKey}
        </Button>
      )}
      {category !== undefined && <CopyLine label={text.empty.firstCurl} value={curlOf(category)} />}
    </Notable>
  );
}

function curlOf(category: string): string {
  const ticket = {
    subject: text.empty.firstSubject,
    description: text.empty.firstDescription,
    category,
    requester: { email: 'grace@example.com', name: 'Grace Hopper' },
  };
  return [
    `curl ${window.location.origin}/api/v1/tickets`,
    `-H "Authorization: Bearer $KEY"`,
    `-H 'Content-Type: application/json'`,
    `-d '${JSON.stringify(ticket)}'`,
  ].join(' \\\n  ');
}
