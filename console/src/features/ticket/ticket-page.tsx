import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { thread as text } from '#text/thread';
import { say } from '../../text/say';
import { lastList, neighbourOf } from '../../tickets/last-list';
import { ticketQuery } from '../../tickets/queries';
import { usePageTitle } from '../../ui/page-title';
import TicketPane from './ticket-pane';
import classes from './ticket-page.module.css';

const route = getRouteApi('/signed-in/tickets/$number');

export default function TicketPage() {
  const number = Number(route.useParams().number.replace(/^TK-\d{4}-0*/, ''));
  const { data: ticket } = useQuery(ticketQuery(number));
  usePageTitle(ticket ? `${ticket.reference} ${ticket.subject}` : '');
  const router = useRouter();
  const navigate = useNavigate();
  const list = lastList();
  const back = () => {
    if (list) router.history.push(`/console${list.href}`);
    else void navigate({ to: '/' });
  };
  return (
    <div className={classes.page}>
      <nav className={classes.bar} aria-label={text.where}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconArrowLeft size={16} />}
          onClick={back}
        >
          {list ? say(text.back, { list: list.label }) : text.backToInbox}
        </Button>
        {list?.numbers.includes(number) && (
          <span className={classes.position}>
            {say(text.position, { place: list.numbers.indexOf(number) + 1, count: list.numbers.length })}
            <Neighbour number={neighbourOf(number, -1)} label={text.previous} icon={<IconChevronUp size={17} />} />
            <Neighbour number={neighbourOf(number, 1)} label={text.next} icon={<IconChevronDown size={17} />} />
          </span>
        )}
      </nav>
      <div className={classes.pane}>
        <TicketPane key={number} number={number} place="page" close={back} />
      </div>
    </div>
  );
}

interface NeighbourProps {
  readonly number: number | undefined;
  readonly label: string;
  readonly icon: ReactNode;
}

function Neighbour({ number, label, icon }: NeighbourProps) {
  if (number === undefined) {
    return (
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} disabled>
        {icon}
      </ActionIcon>
    );
  }
  return (
    <ActionIcon
      component={Link}
      to={`/tickets/${number}`}
      replace
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
    >
      {icon}
    </ActionIcon>
  );
}
