import { inbox as text } from '#text/inbox';
import { ticket as ticketText } from '#text/ticket';
import { type Command, useCommands } from '../../shell/commands';
import type { TicketActions } from '../../tickets/use-ticket-actions';
import type { Selection } from './use-selection';

interface ListKeys {
  /** The ticket that the keys are about while none is selected. */
  readonly active: number | undefined;
  readonly move: (step: number) => void;
  readonly open: (number: number) => void;
  readonly peek: (number: number) => void;
  readonly close: () => void;
  readonly selection: Selection;
  readonly actions: TicketActions;
  readonly resolveAndNext: () => void;
  readonly refresh: () => void;
}

export function useListKeys(keys: ListKeys): void {
  const { active, selection, actions } = keys;
  const onActive = (act: (number: number) => void) => () => {
    if (active !== undefined) act(active);
  };
  const move = (id: string, label: string, on: string, run: () => void): Command => ({
    ...{ id, label, keys: on, run },
    group: 'list',
    isKeyOnly: true,
  });
  const act = (id: string, on: string, label: string, run: () => void, opensDialog = false): Command => ({
    ...{ id, label, keys: on, run, opensDialog },
    group: 'list',
  });
  useCommands([
    move('list-next', text.keys.next, 'j, arrowdown', () => keys.move(1)),
    move('list-previous', text.keys.previous, 'k, arrowup', () => keys.move(-1)),
    move('list-open', text.keys.open, 'enter', onActive(keys.open)),
    move('list-peek', text.keys.peek, 'space', onActive(keys.peek)),
    move('list-select', text.keys.select, 'x', onActive(selection.toggle)),
    move('list-select-range', text.keys.selectRange, 'shift+x', onActive(selection.extendTo)),
    move('list-close', text.clearSelection, 'escape', keys.close),
    act('list-select-all', 'mod+a', text.selectAll, selection.all),
    act('list-assign', 'a', ticketText.action.assign, () => actions.pick('assignee'), true),
    act('list-assign-me', 'i', ticketText.action.assignToMe, actions.assignToMe),
    act('list-status', 's', ticketText.action.status, () => actions.pick('status'), true),
    act('list-priority', 'p', ticketText.action.priority, () => actions.pick('priority'), true),
    act('list-category', 'l', ticketText.action.category, () => actions.pick('category'), true),
    act('list-resolve', 'e', ticketText.action.resolve, actions.resolve),
    act('list-resolve-next', 'shift+e', ticketText.action.resolveAndNext, keys.resolveAndNext),
    { id: 'list-refresh', label: text.keys.refresh, group: 'list', run: keys.refresh },
  ]);
}
