import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { thread as text } from '#text/thread';
import { ticket as ticketText } from '#text/ticket';
import type { TicketDetail } from '../../api/client';
import { type Command, useCommands } from '../../shell/commands';
import { neighbourOf } from '../../tickets/last-list';
import type { TicketActions } from '../../tickets/use-ticket-actions';
import type { Mode, useDraft } from './use-draft';

interface TicketKeys {
  readonly ticket: TicketDetail;
  /** Beside a list, the keys of the list are about this ticket, too. */
  readonly place: 'page' | 'beside';
  readonly close: () => void;
  readonly actions: TicketActions;
  readonly drafting: ReturnType<typeof useDraft>;
  readonly togglePanel: () => void;
}

export function useTicketKeys({ ticket, place, close, actions, drafting, togglePanel }: TicketKeys) {
  const navigate = useNavigate();
  // Not a ref, since nothing is drawn by it: where the field for writing is, once it is there.
  const [field] = useState<{ current: HTMLTextAreaElement | null }>({ current: null });
  const chooseMode = (mode: Mode) => {
    drafting.change({ mode });
    // At once, so that no letter is lost; where there was a preview instead, as soon as it is there.
    if (field.current) field.current.focus();
    else setTimeout(() => field.current?.focus());
  };
  const go = (step: 1 | -1) => {
    const next = neighbourOf(ticket.number, step);
    if (next !== undefined) void navigate({ to: '/tickets/$number', params: { number: String(next) }, replace: true });
  };
  const command = (id: string, keys: string, label: string, run: () => void, isKeyOnly = false): Command => ({
    ...{ id, keys, label, run, isKeyOnly },
    group: 'ticket',
  });
  const dialog = (id: string, keys: string, label: string, run: () => void): Command => ({
    ...command(id, keys, label, run),
    opensDialog: true,
  });
  const withText = (id: string, keys: string, label: string): Command =>
    // Done by the field that it is typed in; here so that it is found.
    command(id, keys, label, () => field.current?.focus(), true);

  useCommands([
    command('ticket-reply', 'r', text.keys.reply, () => chooseMode('reply')),
    command('ticket-note', 'n', text.keys.note, () => chooseMode('note')),
    withText('ticket-send', 'mod+enter', text.keys.send),
    withText('ticket-send-resolve', 'mod+shift+enter', text.keys.sendAndResolve),
    command('ticket-panel', '.', text.keys.panel, togglePanel),
    command('ticket-next-message', 'alt+arrowdown', text.keys.nextMessage, () => moveByMessage(1), true),
    command('ticket-previous-message', 'alt+arrowup', text.keys.previousMessage, () => moveByMessage(-1), true),
    dialog('ticket-tags', 't', ticketText.action.tags, () => actions.pick('tags')),
    ...(place === 'page'
      ? [
          command('ticket-next', 'j', text.next, () => go(1), true),
          command('ticket-previous', 'k', text.previous, () => go(-1), true),
          command('ticket-back', 'escape', text.keys.back, close, true),
          dialog('ticket-assign', 'a', ticketText.action.assign, () => actions.pick('assignee')),
          command('ticket-assign-me', 'i', ticketText.action.assignToMe, actions.assignToMe),
          dialog('ticket-status', 's', ticketText.action.status, () => actions.pick('status')),
          dialog('ticket-priority', 'p', ticketText.action.priority, () => actions.pick('priority')),
          dialog('ticket-category', 'l', ticketText.action.category, () => actions.pick('category')),
          command('ticket-resolve', 'e', ticketText.action.resolve, actions.resolve),
          command('ticket-resolve-next', 'shift+e', ticketText.action.resolveAndNext, () => {
            actions.resolve();
            go(1);
          }),
        ]
      : []),
  ]);
  return { field, chooseMode, showMessage };
}

function showMessage(seq: number): void {
  const card = document.getElementById(`message-${seq}`);
  card?.scrollIntoView({ block: 'center' });
  card?.focus({ preventScroll: true });
}

function moveByMessage(step: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-message]')];
  const place = cards.findIndex((card) => card === document.activeElement);
  const next = cards[place < 0 ? cards.length - 1 : Math.min(Math.max(place + step, 0), cards.length - 1)];
  next?.focus();
}
