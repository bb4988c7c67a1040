import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { dashboard as text } from '#text/dashboard';
import { say, spanOf } from '../../text/say';
import { Card } from './card';
import { FiguresTable } from './figures-table';
import { responseTimesQuery } from './queries';
import { between, type Range } from './range';
import { TicketLink } from './ticket-link';
import classes from './dashboard-page.module.css';

/** How long first responses and resolutions took, by two percentiles each. */
export function ResponseTimes({ range }: { readonly range: Range }) {
  const query = useQuery(responseTimesQuery(range));
  const { from, to } = range;
  const kindsOf = ({ first_response: first, resolution }: NonNullable<typeof query.data>) => [
    // What was answered in these days is no list; what was opened in them is the nearest.
    { title: text.firstResponse, times: first, filter: between('created_at', from, to) },
    { title: text.resolution, times: resolution, filter: between('resolved_at', from, to) },
  ];
  return (
    <Card
      title={text.times}
      hint={text.timesHint}
      query={query}
      empty={({ first_response: first, resolution }) => (first || resolution ? null : text.none)}
      chart={(report) => (
        <dl className={classes.times}>
          {kindsOf(report).map(({ title, times, filter }) => (
            <Fragment key={title}>
              {[text.median, text.ninety].map((percentile, index) => (
                <div key={percentile}>
                  <dt>
                    {title}: {percentile}
                  </dt>
                  <dd>{times ? spanOf(index === 0 ? times.p50_seconds : times.p90_seconds) : text.noTime}</dd>
                  {index === 0 && times && (
                    <dd>
                      <TicketLink filter={filter}>{say(text.measured, { count: times.count })}</TicketLink>
                    </dd>
                  )}
                </div>
              ))}
            </Fragment>
          ))}
        </dl>
      )}
      table={(report) => (
        <FiguresTable
          label={say(text.tableOf, { title: text.times })}
          columns={['', text.tickets, text.median, text.ninety]}
          rows={kindsOf(report).map(({ title, times, filter }) => ({
            key: title,
            cells: [
              title,
              <TicketLink key="count" filter={filter}>
                {times?.count ?? 0}
              </TicketLink>,
              times ? spanOf(times.p50_seconds) : text.noTime,
              times ? spanOf(times.p90_seconds) : text.noTime,
            ],
          }))}
        />
      )}
    />
  );
}
