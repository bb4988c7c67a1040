import { useEffect } from 'react';
import { api, dataOf, type TicketDetail } from '../../api/client';
import { refreshLists, showAs } from '../../tickets/cache';

/** Marks what is shown as read, once the page can be seen. */
export function useMarkRead({ number, unread_count: unread }: TicketDetail): void {
  useEffect(() => {
    if (unread === 0) return undefined;
    const mark = () => {
      if (document.visibilityState !== 'visible') return;
      showAs(number, { unread_count: 0 });
      dataOf(
        api.POST('/api/v1/tickets/{number}/read', { params: { path: { number: String(number) } }, body: {} }),
      ).then(refreshLists, () => showAs(number, { unread_count: unread }));
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [number, unread]);
}
