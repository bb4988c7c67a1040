import { Button, Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shell } from '#text/shell';
import { thread as text } from '#text/thread';
import { api, dataOf, type TicketDetail } from '../../api/client';
import { queryClient } from '../../api/queries';
import { notify, notifyFailure } from '../../shell/notices';
import { say } from '../../text/say';
import { refreshLists } from '../../tickets/cache';
import { CollisionBar } from '../../tickets/collision-bar';
import { TICKETS, ticketQuery } from '../../tickets/queries';
import { useTicketActions } from '../../tickets/use-ticket-actions';
import { Failure } from '../../ui/failure';
import { Waiting } from '../../ui/waiting';
import { Composer } from './composer';
import type { Unsent } from './outbox';
import { SidePanel } from './side-panel';
import { Thread } from './thread';
import { TicketHeader } from './ticket-header';
import { UnsentBars } from './unsent-bars';
import { isEmpty, useDraft } from './use-draft';
import { useMarkRead } from './use-mark-read';
import { useTicketKeys } from './use-ticket-keys';
import classes from './ticket-pane.module.css';

/** Links to files are good for five minutes; they are made anew before that. */
const FRESH_LINKS_MS = 240_000;

interface TicketPaneProps {
  readonly number: number;
  readonly place: 'page' | 'beside';
  readonly close: () => void;
}

/** A ticket: what was said and done, a place to write, and all that is known of it. */
export default function TicketPane({ number, place, close }: TicketPaneProps) {
  const query = useQuery({ ...ticketQuery(number), refetchInterval: FRESH_LINKS_MS });
  if (query.data) return <Loaded key={number} ticket={query.data} place={place} close={close} />;
  if (query.isError)
    return (
      <>
        <Failure error={query.error} retry={() => void query.refetch()} />
        <UnsentBars number={number} edit={null} />
      </>
    );
  return <Waiting />;
}

interface LoadedProps extends Omit<TicketPaneProps, 'number'> {
  readonly ticket: TicketDetail;
}

function Loaded({ ticket, place, close }: LoadedProps) {
  const actions = useTicketActions(() => [ticket]);
  const drafting = useDraft(ticket.number, ticket.message_count);
  const panel = usePanel(place);
  const [isDeleting, setDeleting] = useState(false);
  useMarkRead(ticket);
  const { field, chooseMode, showMessage } = useTicketKeys({
    ticket,
    place,
    close,
    actions,
    drafting,
    togglePanel: panel.toggle,
  });
  // Nothing that is being written, or just sent, is mixed with it.
  const canEdit = isEmpty(drafting.draft) && ticket.abilities.includes('reply');
  const edit = ({ draft }: Unsent) => {
    drafting.restore(draft);
    chooseMode(draft.mode);
  };

  return (
    <div className={classes.pane}>
      <TicketHeader
        ticket={ticket}
        actions={actions}
        isPanelOpen={panel.isOpen}
        togglePanel={panel.toggle}
        close={place === 'beside' ? close : null}
        askToDelete={() => setDeleting(true)}
      />
      <CollisionBar {...actions} />
      <div className={classes.body} data-panel={panel.isOpen}>
        <div className={classes.conversation}>
          <Thread ticket={ticket} />
          <UnsentBars number={ticket.number} edit={canEdit ? edit : null} />
          <Composer
            ticket={ticket}
            drafting={drafting}
            field={field}
            chooseMode={chooseMode}
            showNewer={() => showMessage(drafting.draft.seen + 1)}
          />
        </div>
        {panel.isOpen && <SidePanel ticket={ticket} actions={actions} />}
      </div>
      {actions.dialog}
      {isDeleting && <DeleteDialog ticket={ticket} cancel={() => setDeleting(false)} deleted={close} />}
    </div>
  );
}

const PANEL_KEY = 'polydesk.details';
const WIDE = { page: '(min-width: 1100px)', beside: '(min-width: 1680px)' };

/** Open where there is room for it, unless people want it otherwise. */
function usePanel(place: 'page' | 'beside') {
  const key = `${PANEL_KEY}.${place}`;
  const isWide = window.matchMedia(WIDE[place]).matches;
  const [isOpen, setOpen] = useState(() => isWide && localStorage.getItem(key) !== 'closed');
  const toggle = () => {
    if (isWide) localStorage.setItem(key, isOpen ? 'closed' : 'open');
    setOpen(!isOpen);
  };
  return { isOpen, toggle };
}

interface DeleteDialogProps {
  readonly ticket: TicketDetail;
  readonly cancel: () => void;
  readonly deleted: () => void;
}

function DeleteDialog({ ticket: { number, reference }, cancel, deleted }: DeleteDialogProps) {
  const remove = useMutation({
    mutationFn: () => dataOf(api.DELETE('/api/v1/tickets/{number}', { params: { path: { number: String(number) } } })),
    onSuccess: () => {
      cancel();
      deleted();
      queryClient.removeQueries({ queryKey: [TICKETS, 'one', number] });
      refreshLists();
      notify(say(text.deleted, { reference }));
    },
    onError: notifyFailure,
  });
  return (
    <Modal
      opened
      onClose={cancel}
      title={say(text.deleteTitle, { reference })}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      <p className={classes.warning}>{text.deleteHint}</p>
      <div className={classes.choice}>
        <Button variant="default" onClick={cancel}>
          {shell.cancel}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {text.deleteConfirm}
        </Button>
      </div>
    </Modal>
  );
}
