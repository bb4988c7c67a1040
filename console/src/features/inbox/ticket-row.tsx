import { memo, type MouseEvent } from 'react';
import { inbox as text } from '#text/inbox';
import { ticket as ticketText } from '#text/ticket';
import { say } from '../../text/say';
import type { ListedTicket } from '../../tickets/queries';
import { Ago } from '../../ui/ago';
import { asImage } from '../../ui/as-image';
import { Face } from '../../ui/face';
import { Pieces } from '../../tickets/pieces';
import { PriorityGlyph } from '../../ui/priority-glyph';
import { StatusSign } from '../../ui/status-badge';
import classes from './ticket-row.module.css';

interface TicketRowProps {
  readonly id: string;
  readonly rowIndex: number;
  /** Where it is in the list, in pixels. */
  readonly top: number;
  readonly height: number;
  readonly ticket: ListedTicket;
  readonly isActive: boolean;
  readonly isOpened: boolean;
  readonly isSelected: boolean;
  /** What kept it from being changed together with others. */
  readonly failure: string | undefined;
  readonly open: (number: number) => void;
  readonly toggle: (number: number) => void;
  readonly extendTo: (number: number) => void;
}

function Row(props: TicketRowProps) {
  const { id, rowIndex, top, height, ticket, isActive, isOpened, isSelected, failure, open, toggle, extendTo } = props;
  const { number, reference, unread_count: unread, highlight, assignee, requester, category } = ticket;
  const select = (event: MouseEvent) => {
    event.stopPropagation();
    if (event.shiftKey) extendTo(number);
    else toggle(number);
  };
  const selectLabel = say(text.select, { reference });
  const messages = say(ticketText.messages, { count: ticket.message_count });
  const assigned = `${ticketText.property.assignee}: ${assignee?.name ?? ticketText.unassigned}`;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      aria-current={isOpened ? 'true' : undefined}
      className={classes.row}
      style={{ top, height }}
      data-active={isActive}
      data-unread={unread > 0}
      onClick={() => open(number)}
    >
      <div role="gridcell" className={classes.select} onClick={select}>
        <input type="checkbox" checked={isSelected} readOnly tabIndex={-1} aria-label={selectLabel} />
      </div>
      <div role="gridcell" className={classes.main}>
        <div className={classes.first}>
          <PriorityGlyph priority={ticket.priority} />
          <span className={classes.subject}>{highlight ? <Pieces pieces={highlight.subject} /> : ticket.subject}</span>
          {unread > 0 && (
            <span className={classes.unread} {...asImage(say(ticketText.unread, { count: unread }))}>
              {unread}
            </span>
          )}
        </div>
        <div className={classes.second}>
          <StatusSign status={ticket.status} label={ticketText.status[ticket.status]} />
          <span className={classes.reference}>{reference}</span>{' '}
          <span className={classes.requester}>{requester.name}</span>{' '}
          <span className={classes.chip}>{category.name}</span>
          {ticket.tags.map((tag) => (
            <span key={tag} className={classes.tag}>
              {` #${tag}`}
            </span>
          ))}
        </div>
        {highlight?.message && (
          <div className={classes.found}>
            <Pieces pieces={highlight.message.pieces} />
          </div>
        )}
        {failure !== undefined && <div className={classes.failure}>{failure}</div>}
      </div>
      <div role="gridcell" className={classes.aside}>
        <Ago at={ticket.last_message_at} />
        <div className={classes.people}>
          <span className={classes.messages} {...asImage(messages)}>
            {ticket.message_count}
          </span>
          <Face name={assignee?.name ?? ''} size="small" label={assigned} />
        </div>
      </div>
    </div>
  );
}

/** A ticket in a list. Drawn again only when something of it changed, since lists are long and keys are quick. */
export const TicketRow = memo(Row);
