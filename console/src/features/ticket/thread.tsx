import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { thread as text } from '#text/thread';
import type { TicketDetail } from '../../api/client';
import { categoriesQuery, staffQuery } from '../../api/queries';
import { useSession } from '../../api/session';
import { timelineQuery } from '../../tickets/queries';
import { Ago } from '../../ui/ago';
import { MessageCard } from './message-card';
import { threadItems } from './thread-items';
import { useOlderMessages } from './use-older-messages';
import classes from './thread.module.css';

/** Messages, notes and what happened between them. New ones are spoken, and shown where somebody reads the end. */
export function Thread({ ticket }: { readonly ticket: TicketDetail }) {
  const userId = useSession()?.userId;
  const { data: events = [] } = useQuery(timelineQuery(ticket.number));
  const { data: categories = [] } = useQuery(categoriesQuery);
  const { data: staff = [] } = useQuery(staffQuery);
  const older = useOlderMessages(ticket);
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);

  const items = useMemo(() => {
    const messages = [...older.messages, ...ticket.messages];
    const names = new Map([
      ...staff.map(({ id, name }) => [id, name] as const),
      [ticket.requester.id, ticket.requester.name] as const,
      ...messages.map(({ author }) => [author.id, author.name] as const),
    ]);
    const whole = { messages, events, isCut: older.hasMore };
    return threadItems(whole, { person: (id) => names.get(id), categories });
  }, [ticket, older.messages, older.hasMore, events, categories, staff]);

  const count = ticket.message_count;
  useEffect(() => {
    const element = scroller.current;
    if (element && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [count, items.length]);
  const onScroll = () => {
    const { scrollTop = 0, scrollHeight = 0, clientHeight = 0 } = scroller.current ?? {};
    isAtEnd.current = scrollHeight - clientHeight - scrollTop < 40;
  };

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      tabIndex={0}
      role="region"
      aria-label={text.thread}
      onScroll={onScroll}
    >
      <div className={classes.thread}>
        {older.hasMore && (
          <Button variant="subtle" size="compact-sm" loading={older.isLoading} onClick={older.load}>
            {text.loadOlder}
          </Button>
        )}
        <div role="log" aria-label={text.thread} className={classes.items}>
          {items.map((item) => {
            switch (item.kind) {
              case 'day':
                return (
                  <h3 key={item.key} className={classes.day}>
                    <span>{item.label}</span>
                  </h3>
                );
              case 'event':
                return (
                  <div key={item.key} className={classes.event}>
                    {item.lines.map((line) => (
                      <p key={line}>
                        {line} · <Ago at={item.at} />
                      </p>
                    ))}
                  </div>
                );
              case 'message':
                return <MessageCard key={item.key} message={item.message} isMine={item.message.author.id === userId} />;
            }
          })}
        </div>
      </div>
    </div>
  );
}
