import { Button, CloseButton } from '@mantine/core';
import { inbox as text } from '#text/inbox';
import { ticket as ticketText } from '#text/ticket';
import { say } from '../../text/say';
import type { TicketActions } from '../../tickets/use-ticket-actions';
import type { Selection } from './use-selection';
import classes from './selection-bar.module.css';

interface SelectionBarProps {
  readonly selection: Selection;
  readonly actions: TicketActions;
}

/** In place of the filters while tickets are selected: what can be done with all of them. */
export function SelectionBar({ selection, actions }: SelectionBarProps) {
  const { bulk } = actions;
  return (
    <div className={classes.bar} role="toolbar" aria-label={say(text.selected, { count: selection.size })}>
      <CloseButton size="sm" aria-label={text.clearSelection} onClick={selection.clear} />
      {bulk ? (
        <span role="status" className={classes.progress}>
          <progress value={bulk.done} max={bulk.of} aria-label={say(text.bulkProgress, { ...bulk })} />
          {say(text.bulkProgress, { ...bulk })}
        </span>
      ) : (
        <>
          <strong className={classes.count}>{say(text.selected, { count: selection.size })}</strong>
          <Button size="compact-sm" variant="default" onClick={() => actions.pick('assignee')}>
            {ticketText.action.assign}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => actions.pick('status')}>
            {ticketText.property.status}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => actions.pick('priority')}>
            {ticketText.property.priority}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => actions.pick('category')}>
            {ticketText.property.category}
          </Button>
          <Button size="compact-sm" variant="default" onClick={actions.resolve}>
            {ticketText.action.resolve}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={selection.all}>
            {text.selectAll}
          </Button>
        </>
      )}
    </div>
  );
}
