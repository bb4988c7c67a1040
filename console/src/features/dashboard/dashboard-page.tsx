import { useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { dashboard as text } from '#text/dashboard';
import { ticket as ticketText } from '#text/ticket';
import { dateOf, hourNames, say, spanOf, weekdayNames } from '../../text/say';
import { usePageTitle } from '../../ui/page-title';
import { Waiting } from '../../ui/waiting';
import { type Bar, Bars } from './bars';
import { Card } from './card';
import { FiguresTable } from './figures-table';
import { HeatMap } from './heat-map';
import { agentsQuery, busiestHoursQuery, dailyQuery, OPEN, openQuery } from './queries';
import { between, type Range, RANGES, rangeOf } from './range';
import { ResponseTimes } from './response-times';
import { TicketLink } from './ticket-link';
import classes from './dashboard-page.module.css';

const Trend = lazy(() => import('./trend'));

const route = getRouteApi('/signed-in/dashboard');
const WEEKDAYS = weekdayNames();
const HOURS = hourNames();

/** What came in, what was done and how long it took, over the last days; each number leads to its list. */
export default function DashboardPage() {
  const { days = '30' } = route.useSearch();
  const range = useMemo(() => rangeOf(Number(days)), [days]);
  usePageTitle(text.title);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{text.title}</h1>
        <nav className={classes.ranges} aria-label={text.range}>
          {RANGES.map((each) => (
            <Link
              key={each}
              to="/dashboard"
              search={{ days: each }}
              replace
              className={classes.range}
              aria-current={each === days ? 'true' : undefined}
            >
              {say(text.lastDays, { days: each })}
            </Link>
          ))}
        </nav>
      </header>
      <div className={classes.cards}>
        <PerDay range={range} />
        <OpenBy by="status" />
        <OpenBy by="priority" />
        <OpenBy by="category" />
        <ResponseTimes range={range} />
        <BusiestHours range={range} />
        <Agents range={range} />
      </div>
    </div>
  );
}

function PerDay({ range }: { readonly range: Range }) {
  const query = useQuery(dailyQuery(range));
  const theme = useComputedColorScheme();
  return (
    <Card
      width="full"
      title={text.perDay}
      query={query}
      empty={({ created, resolved }) => (created + resolved === 0 ? text.none : null)}
      chart={({ created, resolved, days }) => (
        <Suspense fallback={<Waiting />}>
          <Trend label={say(text.chart, { created, resolved })} days={days} theme={theme} />
        </Suspense>
      )}
      table={({ days }) => (
        <FiguresTable
          label={say(text.tableOf, { title: text.perDay })}
          columns={[text.day, text.created, text.resolved]}
          rows={days.toReversed().map(({ day, created, resolved }) => ({
            key: day,
            cells: [
              dateOf(day),
              <TicketLink key="created" filter={between('created_at', day, day)}>
                {created}
              </TicketLink>,
              <TicketLink key="resolved" filter={between('resolved_at', day, day)}>
                {resolved}
              </TicketLink>,
            ],
          }))}
        />
      )}
    />
  );
}

function OpenBy({ by }: { readonly by: 'status' | 'priority' | 'category' }) {
  const query = useQuery(openQuery(by));
  const nameOf = (value: string, name: string | null) =>
    by === 'category' ? (name ?? value) : ({ ...ticketText.status, ...ticketText.priority }[value as 'open'] ?? value);
  const barsOf = (groups: NonNullable<typeof query.data>): readonly Bar[] =>
    groups.map(({ value, name, count }) => ({
      id: value,
      label: nameOf(value, name),
      count,
      filter: { status: OPEN, [by]: value },
    }));
  return (
    <Card
      title={text.openBy[by]}
      query={query}
      empty={(groups) => (groups.every(({ count }) => count === 0) ? text.noneOpen : null)}
      chart={(groups) => <Bars bars={barsOf(groups)} />}
      table={(groups) => (
        <FiguresTable
          label={say(text.tableOf, { title: text.openBy[by] })}
          columns={[text.value[by], text.tickets]}
          rows={barsOf(groups).map(({ id, label, count, filter }) => ({
            key: id,
            cells: [
              label,
              <TicketLink key="count" filter={filter}>
                {count}
              </TicketLink>,
            ],
          }))}
        />
      )}
    />
  );
}

function BusiestHours({ range }: { readonly range: Range }) {
  const query = useQuery(busiestHoursQuery(range));
  return (
    <Card
      width="double"
      title={text.hours}
      hint={text.hoursHint}
      query={query}
      empty={({ weekdays }) =>
        weekdays.every(({ created }) => created.every((count) => count === 0)) ? text.hoursEmpty : null
      }
      chart={({ weekdays }) => <HeatMap weekdays={weekdays} />}
      table={({ weekdays }) => (
        <FiguresTable
          label={say(text.tableOf, { title: text.hours })}
          columns={[text.weekday, ...HOURS]}
          rows={weekdays.map(({ weekday, created }) => ({
            key: weekday,
            cells: [WEEKDAYS[weekday - 1], ...created],
          }))}
        />
      )}
    />
  );
}

function Agents({ range }: { readonly range: Range }) {
  const query = useQuery(agentsQuery(range));
  const { from, to } = range;
  return (
    <Card
      width="full"
      title={text.agents}
      query={query}
      chart={({ agents }) => (
        <FiguresTable
          label={say(text.tableOf, { title: text.agents })}
          columns={[text.agent, text.open, text.replies, text.resolved, text.firstResponse]}
          rows={agents.map(({ agent, open, replies, resolved, first_response: first }) => {
            const assignee = { assignee_id: String(agent.id) };
            return {
              key: agent.id,
              cells: [
                agent.name,
                <TicketLink key="open" filter={{ ...assignee, status: OPEN }}>
                  {open}
                </TicketLink>,
                replies,
                <TicketLink key="resolved" filter={{ ...assignee, ...between('resolved_at', from, to) }}>
                  {resolved}
                </TicketLink>,
                first ? spanOf(first.p50_seconds) : text.noTime,
              ],
            };
          })}
        />
      )}
    />
  );
}
