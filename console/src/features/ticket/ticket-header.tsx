import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowsDiagonal,
  IconCircleCheck,
  IconDots,
  IconLayoutSidebarRight,
  IconPencil,
  IconRotateClockwise,
  IconX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { thread as text } from '#text/thread';
import { ticket as ticketText } from '#text/ticket';
import type { TicketDetail } from '../../api/client';
import { toStatus } from '../../tickets/describe';
import type { TicketActions } from '../../tickets/use-ticket-actions';
import { Face } from '../../ui/face';
import { PriorityGlyph } from '../../ui/priority-glyph';
import { StatusBadge } from '../../ui/status-badge';
import { copyText } from '../../shell/copy-text';
import classes from './ticket-header.module.css';

interface TicketHeaderProps {
  readonly ticket: TicketDetail;
  readonly actions: TicketActions;
  readonly isPanelOpen: boolean;
  readonly togglePanel: () => void;
  /** Beside a list: closes it. */
  readonly close: (() => void) | null;
  readonly askToDelete: () => void;
}

export function TicketHeader(props: TicketHeaderProps) {
  const { ticket, actions, isPanelOpen, togglePanel, close, askToDelete } = props;
  const { abilities, reference, number } = ticket;
  const panelLabel = isPanelOpen ? text.hideDetails : text.showDetails;
  const isSettled = ticket.status === 'resolved' || ticket.status === 'closed';
  return (
    <header className={classes.head}>
      <div className={classes.line}>
        <span className={classes.reference}>{reference}</span>
        <span className={classes.spacer} />
        {abilities.includes('resolve') && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconCircleCheck size={16} />}
            onClick={actions.resolve}
          >
            {ticketText.action.resolve}
          </Button>
        )}
        {isSettled && abilities.includes('reopen') && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconRotateClockwise size={16} />}
            onClick={actions.reopen}
          >
            {ticketText.action.reopen}
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={text.more}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => copyText(`${window.location.origin}/console/tickets/${number}`)}>
              {text.copyLink}
            </Menu.Item>
            <Menu.Item onClick={() => copyText(curlOf(number))}>{text.copyCurl}</Menu.Item>
            {abilities.includes('close') && (
              <Menu.Item onClick={() => actions.apply(toStatus('closed'))}>{text.closeTicket}</Menu.Item>
            )}
            {abilities.includes('delete') && (
              <Menu.Item color="red" onClick={askToDelete}>
                {text.delete}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
        <Tooltip label={panelLabel}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={panelLabel}
            aria-pressed={isPanelOpen}
            onClick={togglePanel}
          >
            <IconLayoutSidebarRight size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        {close && (
          <>
            <Tooltip label={text.openPage}>
              <ActionIcon
                component={Link}
                to={`/tickets/${number}`}
                variant="subtle"
                color="gray"
                aria-label={text.openPage}
              >
                <IconArrowsDiagonal size={17} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
            <ActionIcon variant="subtle" color="gray" aria-label={text.close} onClick={close}>
              <IconX size={18} stroke={1.7} />
            </ActionIcon>
          </>
        )}
      </div>
      <Subject ticket={ticket} actions={actions} />
      <div className={classes.properties}>
        <button type="button" className={classes.property} onClick={() => actions.pick('status')}>
          <span className="visually-hidden">{ticketText.property.status}: </span>
          <StatusBadge status={ticket.status} />
        </button>
        <button type="button" className={classes.property} onClick={() => actions.pick('priority')}>
          <PriorityGlyph priority={ticket.priority} />
          {ticketText.priority[ticket.priority]}
        </button>
        <button type="button" className={classes.property} onClick={() => actions.pick('assignee')}>
          <span className="visually-hidden">{ticketText.property.assignee}: </span>
          <Face name={ticket.assignee?.name ?? ''} size="small" />
          {ticket.assignee?.name ?? ticketText.unassigned}
        </button>
        <button type="button" className={classes.property} onClick={() => actions.pick('category')}>
          <span className="visually-hidden">{ticketText.property.category}: </span>
          {ticket.category.name}
        </button>
      </div>
    </header>
  );
}

function Subject({ ticket, actions }: Pick<TicketHeaderProps, 'ticket' | 'actions'>) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const subject = typed?.trim() ?? '';
    if (subject !== '' && subject !== ticket.subject) actions.apply({ edit: { subject }, shown: { subject } });
    setTyped(null);
  };
  if (typed === null) {
    return (
      <div className={classes.subjectLine}>
        <h1 className={classes.subject}>{ticket.subject}</h1>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={text.editSubject}
          onClick={() => setTyped(ticket.subject)}
        >
          <IconPencil size={15} stroke={1.7} />
        </ActionIcon>
      </div>
    );
  }
  return (
    <form onSubmit={save} className={classes.subjectForm}>
      <TextInput
        className={classes.subjectInput}
        aria-label={ticketText.property.subject}
        autoFocus
        maxLength={255}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setTyped(null)}
      />
      <Button type="submit">{text.saveSubject}</Button>
    </form>
  );
}

/** What to paste into a shell to get the ticket; whoever pastes it brings a token. */
function curlOf(number: number): string {
  return `curl -sS ${window.location.origin}/api/v1/tickets/${number} -H "authorization: Bearer $TOKEN"`;
}
