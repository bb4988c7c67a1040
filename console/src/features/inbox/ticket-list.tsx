import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { inbox as text } from '#text/inbox';
import { say } from '../../text/say';
import type { ListedTicket } from '../../tickets/queries';
import { TicketRow } from './ticket-row';
import type { Selection } from './use-selection';
import classes from './ticket-list.module.css';

interface TicketListProps {
  readonly label: string;
  readonly tickets: readonly ListedTicket[];
  readonly activeIndex: number;
  /** The one that is shown beside the list. */
  readonly opened: number | null;
  readonly selection: Selection;
  readonly failures: ReadonlyMap<number, string>;
  readonly open: (number: number) => void;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
}

const ROW_HEIGHT = 62;
const FOUND_ROW_HEIGHT = 84;
/** So many rows before the end of what is loaded, more is. */
const AHEAD = 30;

/** The tickets, of which only those in sight are there; more are read as their end comes near. */
export function TicketList(props: TicketListProps) {
  const { label, tickets, activeIndex, opened, selection, failures, hasMore, isLoadingMore, loadMore } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const id = useId();
  const [isAtRest, setIsAtRest] = useState(true);
  const [rowsToDraw] = useState(drawMoreThanIsInSight);
  // Another function has the places of all rows reckoned anew, which is for other tickets only and not for each frame.
  const keyOf = useCallback((index: number) => tickets[index]?.number ?? index, [tickets]);
  const rows = useVirtualizer({
    count: tickets.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (tickets[index]?.highlight?.message ? FOUND_ROW_HEIGHT : ROW_HEIGHT),
    getItemKey: keyOf,
    overscan: 6,
    rangeExtractor: isAtRest ? rowsToDraw.atRest : rowsToDraw.moving,
    onChange: ({ isScrolling }) => setIsAtRest(!isScrolling),
    // React may draw what scrolls in when it is ready, instead of holding up the scrolling.
    useFlushSync: false,
  });
  const shown = rows.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && !isLoadingMore && lastShown >= tickets.length - AHEAD) loadMore();
  }, [hasMore, isLoadingMore, lastShown, tickets.length, loadMore]);

  // The same functions each time, so that rows are not drawn again for their sake.
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const [handlers] = useState(() => ({
    open: (number: number) => latest.current.open(number),
    toggle: (number: number) => latest.current.selection.toggle(number),
    extendTo: (number: number) => latest.current.selection.extendTo(number),
  }));

  const { scrollToIndex } = rows;
  const scrolledTo = useRef(0);
  useEffect(() => {
    // To scroll has the page laid out at once, for nothing where a list that was just opened begins.
    if (scrolledTo.current === activeIndex) return;
    scrolledTo.current = activeIndex;
    scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, scrollToIndex]);

  // A list that was just opened is what the keys are about; a field that somebody types into keeps the focus.
  useEffect(() => {
    if (document.activeElement === document.body) grid.current?.focus({ preventScroll: true });
  }, []);
  // Keys are about the active row, which is told to screen readers only while the list itself has the focus.
  const keepFocus = ({ target }: FocusEvent) => {
    if (target !== grid.current) grid.current?.focus({ preventScroll: true });
  };

  return (
    <div ref={scroller} className={classes.scroller}>
      <div
        ref={grid}
        role="grid"
        tabIndex={0}
        className={classes.grid}
        style={{ height: rows.getTotalSize() }}
        aria-label={label}
        aria-rowcount={hasMore ? -1 : tickets.length}
        aria-multiselectable
        aria-activedescendant={`${id}-${tickets[activeIndex]?.number ?? 0}`}
        onFocus={keepFocus}
      >
        {shown.map(({ index, start, size }) => {
          const ticket = tickets[index];
          if (!ticket) return null;
          const { number } = ticket;
          return (
            <TicketRow
              key={number}
              id={`${id}-${number}`}
              rowIndex={index + 1}
              top={start}
              height={size}
              ticket={ticket}
              isActive={index === activeIndex}
              isOpened={number === opened}
              isSelected={selection.has(number)}
              failure={failures.get(number)}
              {...handlers}
            />
          );
        })}
      </div>
      <p className={classes.end} role="status">
        {isLoadingMore ? text.loadingMore : say(hasMore ? text.loadedSome : text.loaded, { count: tickets.length })}
      </p>
    </div>
  );
}

/**
 * Rows around those in sight are drawn before they scroll in. Where the list moves by more than these at once they come
 * too late and only hold it up, so that there are none until it moves slower again or rests.
 */
function drawMoreThanIsInSight() {
  let before = 0;
  let isLeaping = false;
  return {
    atRest: (range: Range) => {
      before = range.startIndex;
      isLeaping = false;
      return defaultRangeExtractor(range);
    },
    moving: (range: Range) => {
      const step = Math.abs(range.startIndex - before);
      if (step > 0) isLeaping = step > range.overscan;
      before = range.startIndex;
      return defaultRangeExtractor(isLeaping ? { ...range, overscan: 0 } : range);
    },
  };
}
