import { createRoute, notFound } from '@tanstack/react-router';
import { queryClient } from '../../api/queries';
import { signedInRoute } from '../../app/root-route';
import { countsQuery, listQuery } from '../../tickets/queries';
import { InboxPage } from './inbox-page';
import { filterOf, readInboxSearch } from './inbox-search';
import { VIEW_FILTERS, viewOf } from './views';

export const inboxRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/inbox/$view',
  validateSearch: readInboxSearch,
  component: InboxPage,
  beforeLoad: ({ params: { view } }) => {
    if (!viewOf(view)) notFound({ throw: true });
  },
  loaderDeps: ({ search: { ticket: _opened, ...asked } }) => asked,
  // What is not known at all is asked for before anything is drawn, and not waited for: the page says how far it is.
  loader: ({ params: { view }, deps }) => {
    const shown = viewOf(view);
    if (shown) void queryClient.prefetchInfiniteQuery({ ...listQuery(filterOf(shown, deps)), staleTime: 'static' });
    void queryClient.prefetchQuery({ ...countsQuery(VIEW_FILTERS), staleTime: 'static' });
  },
});
