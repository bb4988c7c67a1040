import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useRouterState } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { inbox as text } from '#text/inbox';
import { shell } from '#text/shell';
import { say } from '../../text/say';
import { CollisionBar } from '../../tickets/collision-bar';
import { rememberList } from '../../tickets/last-list';
import { listQuery } from '../../tickets/queries';
import { useTicketActions } from '../../tickets/use-ticket-actions';
import { Failure } from '../../ui/failure';
import { Notable } from '../../ui/notable';
import { usePageTitle } from '../../ui/page-title';
import { Waiting } from '../../ui/waiting';
import { TicketPane } from '../ticket';
import { EmptyList } from './empty-list';
import { ExportButton } from './export-button';
import { FilterBar } from './filter-bar';
import { filterOf, type InboxSearch, isNarrowed, sortOf } from './inbox-search';
import { SearchBox } from './search-box';
import { SelectionBar } from './selection-bar';
import { SortMenu } from './sort-menu';
import { TicketList } from './ticket-list';
import { useListKeys } from './use-list-keys';
import { useSelection } from './use-selection';
import { type Sort, VIEWS, viewOf } from './views';
import classes from './inbox-page.module.css';

const route = getRouteApi('/signed-in/inbox/$view');
/** So that passing over tickets does not read each of them. */
const DWELL_MS = 140;

/** The lists of tickets; beside them, where there is room, the one that is open. */
export function InboxPage() {
  const search = route.useSearch();
  const view = viewOf(route.useParams().view) ?? VIEWS[0]!;
  const href = useRouterState({ select: ({ location }) => location.href });
  const navigate = route.useNavigate();
  const isSplit = useMediaQuery('(min-width: 1280px)', undefined, { getInitialValueInEffect: false });
  usePageTitle(view.label);

  const filter = useMemo(() => filterOf(view, search), [view, search]);
  const query = useInfiniteQuery(listQuery(filter));
  const tickets = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const numbers = useMemo(() => tickets.map(({ number }) => number), [tickets]);

  const opened = search.ticket === undefined ? null : Number(search.ticket);
  const [active, setActive] = useState<number | null>(opened);
  const selection = useSelection(numbers);
  const activeIndex = Math.max(0, active === null ? 0 : numbers.indexOf(active));
  const targets = () => {
    const chosen = tickets.filter(({ number }) => selection.has(number));
    return chosen.length > 0 ? chosen : tickets.slice(activeIndex, activeIndex + 1);
  };
  const actions = useTicketActions(targets);
  const [peeked, setPeeked] = useState<number | null>(null);

  useEffect(() => rememberList({ href, label: view.label, numbers }), [href, view, numbers]);

  const change = useCallback(
    (changes: InboxSearch) => void navigate({ search: (before) => ({ ...before, ...changes }), replace: true }),
    [navigate],
  );
  const dwell = useRef(0);
  const showBeside = (number: number, wait: number) => {
    window.clearTimeout(dwell.current);
    dwell.current = window.setTimeout(() => change({ ticket: String(number) }), wait);
  };
  useEffect(() => () => window.clearTimeout(dwell.current), []);

  const goTo = (index: number) => {
    const number = numbers[index];
    if (number === undefined) return;
    setActive(number);
    if (isSplit && opened !== null) showBeside(number, DWELL_MS);
  };
  const open = (number: number) => {
    setActive(number);
    if (isSplit) showBeside(number, 0);
    else void navigate({ to: '/tickets/$number', params: { number: String(number) } });
  };
  const resolveAndNext = () => {
    actions.resolve();
    goTo(Math.min(activeIndex + 1, numbers.length - 1));
  };

  useListKeys({
    active: numbers[activeIndex],
    move: (step) => goTo(Math.min(Math.max(activeIndex + step, 0), numbers.length - 1)),
    open,
    peek: (number) => (isSplit ? showBeside(number, 0) : setPeeked(number)),
    close: () => {
      if (selection.size > 0) selection.clear();
      else if (opened !== null) change({ ticket: undefined });
    },
    selection,
    actions,
    resolveAndNext,
    refresh: () => void query.refetch(),
  });

  const clearAll = useCallback(() => void navigate({ search: ({ ticket }) => ({ ticket }) }), [navigate]);
  const searchFor = useCallback((q: string) => change({ q: q === '' ? undefined : q }), [change]);
  const order = useCallback((sort: Sort) => change({ sort }), [change]);

  return (
    <div className={classes.page} data-split={isSplit}>
      <section className={classes.listSide} aria-label={view.label}>
        <div className={classes.head}>
          <h1 className={classes.title}>{view.label}</h1>
          <SearchBox value={search.q ?? ''} change={searchFor} />
        </div>
        {selection.size > 0 ? (
          <SelectionBar selection={selection} actions={actions} />
        ) : (
          <div className={classes.tools}>
            <FilterBar view={view} search={search} change={change} clear={clearAll} />
            <ExportButton filter={filter} />
            <SortMenu sort={search.q === undefined ? sortOf(view, search) : null} change={order} />
          </div>
        )}
        <CollisionBar {...actions} />
        <div className={classes.body}>
          {query.isPending ? (
            <Waiting />
          ) : query.isError && tickets.length === 0 ? (
            <Failure error={query.error} retry={() => void query.refetch()} />
          ) : tickets.length === 0 ? (
            <EmptyList view={view} isNarrowed={isNarrowed(search)} clear={clearAll} />
          ) : (
            <TicketList
              label={say(text.list, { view: view.label })}
              tickets={tickets}
              activeIndex={activeIndex}
              opened={isSplit ? opened : null}
              selection={selection}
              failures={actions.failures}
              open={open}
              hasMore={query.hasNextPage}
              isLoadingMore={query.isFetchingNextPage}
              loadMore={() => void query.fetchNextPage()}
            />
          )}
        </div>
      </section>
      {isSplit && (
        <section className={classes.ticketSide} aria-label={text.ticket}>
          {opened === null ? (
            <Notable title={text.noneOpen} hint={text.noneOpenHint} />
          ) : (
            <Suspense fallback={<Waiting />}>
              <TicketPane key={opened} number={opened} place="beside" close={() => change({ ticket: undefined })} />
            </Suspense>
          )}
        </section>
      )}
      <Drawer
        opened={peeked !== null}
        onClose={() => setPeeked(null)}
        position="right"
        size="min(680px, 96vw)"
        padding={0}
        title={say(text.peek, { reference: peeked ?? '' })}
        closeButtonProps={{ 'aria-label': shell.close }}
        classNames={{ header: classes.peekHead!, body: classes.peekBody! }}
      >
        {peeked !== null && (
          <Suspense fallback={<Waiting />}>
            <TicketPane number={peeked} place="beside" close={() => setPeeked(null)} />
          </Suspense>
        )}
      </Drawer>
      {actions.dialog}
    </div>
  );
}
