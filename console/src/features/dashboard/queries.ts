import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { TICKETS } from '../../tickets/queries';
import type { Range } from './range';

const STALE_MS = 60_000;
/** What counts as open: whatever is not settled. */
export const OPEN = 'open,in_progress,pending';

export const dailyQuery = (query: Range) =>
  queryOptions({
    queryKey: ['reports', 'daily', query],
    queryFn: () => dataOf(api.GET('/api/v1/reports/daily', { params: { query } })),
    staleTime: STALE_MS,
  });

export const responseTimesQuery = (query: Range) =>
  queryOptions({
    queryKey: ['reports', 'response-times', query],
    queryFn: () => dataOf(api.GET('/api/v1/reports/response-times', { params: { query } })),
    staleTime: STALE_MS,
  });

export const busiestHoursQuery = (query: Range) =>
  queryOptions({
    queryKey: ['reports', 'busiest-hours', query],
    queryFn: () => dataOf(api.GET('/api/v1/reports/busiest-hours', { params: { query } })),
    staleTime: STALE_MS,
  });

export const agentsQuery = (query: Range) =>
  queryOptions({
    queryKey: ['reports', 'agents', query],
    queryFn: () => dataOf(api.GET('/api/v1/reports/agents', { params: { query } })),
    staleTime: STALE_MS,
  });

/** The open tickets by what they have in common, as they are now. */
export const openQuery = (by: 'status' | 'priority' | 'category') =>
  queryOptions({
    queryKey: [TICKETS, 'counts', 'open', by],
    queryFn: async () => {
      const query = { by, status: OPEN };
      return (await dataOf(api.GET('/api/v1/tickets/counts', { params: { query } }))).groups ?? [];
    },
  });

/** For lists that are not about what is open. */
export const EVERY_STATUS = `${OPEN},resolved,closed`;
