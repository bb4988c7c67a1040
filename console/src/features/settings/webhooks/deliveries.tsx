import { Button, Select, TextInput } from '@mantine/core';
import { IconRefresh, IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { settings } from '#text/settings';
import { api, dataOf, pageOf } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { notify, notifyFailure } from '../../../shell/notices';
import { instantOf, say } from '../../../text/say';
import { Ago } from '../../../ui/ago';
import { type Column, RecordTable } from '../frame/record-table';
import { searchWith } from '../frame/use-edited';
import { usePages } from '../frame/use-pages';
import { DeliveryDetails } from './delivery-details';
import { deliveriesKey, type Delivery, type Webhook } from './queries';
import { DeliveryState } from './webhook-state';
import table from '../frame/record-table.module.css';
import classes from './webhooks.module.css';

const text = settings.webhooks;
const route = getRouteApi('/signed-in/settings/webhooks/$id');
const STATUSES = ['delivered', 'pending', 'waiting', 'parked'] as const;

/** What the endpoint got and will get. */
export function Deliveries({ webhook: { id } }: { readonly webhook: Webhook }) {
  const { status, delivery } = route.useSearch();
  const navigate = route.useNavigate();
  const filter = STATUSES.find((each) => each === status);
  const records = usePages([...deliveriesKey(id), filter ?? 'all'], (cursor) =>
    pageOf(
      api.GET('/api/v1/webhooks/{id}/deliveries', {
        params: { path: { id }, query: { ...cursor, ...(filter && { status: filter }), limit: 25 } },
      }),
    ),
  );
  const shown = records.data?.find((each) => String(each.id) === delivery);

  const columns: readonly Column<Delivery>[] = [
    {
      heading: text.event,
      isWide: true,
      cell: ({ id: deliveryId, type, message_id: message }) => (
        <Link
          to="."
          search={searchWith({ delivery: String(deliveryId) })}
          className={table.open}
          aria-label={`${type}, ${say(text.details, { message })}`}
        >
          {type}
        </Link>
      ),
    },
    { heading: text.ticket, cell: ({ ticket_number: number }) => number },
    { heading: settings.status, cell: (each) => <DeliveryState status={each.status} /> },
    {
      heading: text.answer,
      cell: ({ response_status: answer, attempts }) => answer ?? (attempts > 0 && text.noAnswer),
    },
    { heading: text.attempts, cell: ({ attempts }) => attempts },
    { heading: text.when, cell: ({ created_at: at }) => <Ago at={at} /> },
  ];
  return (
    <section aria-labelledby="deliveries">
      <div className={classes.deliveriesHead}>
        <h2 id="deliveries" className={classes.heading}>
          {text.deliveries}
        </h2>
        <Select
          aria-label={text.filterStatus}
          placeholder={text.allStatuses}
          clearable
          className={classes.filter}
          data={STATUSES.map((value) => ({ value, label: text.deliveryStatuses[value] }))}
          value={filter ?? null}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, status: value ?? undefined }), replace: true })
          }
        />
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} />}
          onClick={() => void queryClient.invalidateQueries({ queryKey: deliveriesKey(id) })}
        >
          {text.refresh}
        </Button>
        <ReplayAll id={id} />
      </div>
      <RecordTable
        label={text.deliveries}
        records={records}
        columns={columns}
        keyOf={(each) => each.id}
        empty={{ title: text.deliveriesNone, hint: text.deliveriesNoneHint, icon: <IconSend size={26} /> }}
      />
      {shown && (
        <DeliveryDetails
          delivery={shown}
          close={() => void navigate({ search: (before) => ({ ...before, delivery: undefined }) })}
        />
      )}
    </section>
  );
}

function ReplayAll({ id }: { readonly id: number }) {
  const [since, setSince] = useState('');
  const replay = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/webhooks/{id}/replay', {
          params: { path: { id }, query: { from: new Date(since).toISOString() } },
        }),
      ),
    onSuccess: ({ count, continue_from: rest }) => {
      notify(
        rest === null ? say(text.replayedMany, { count }) : say(text.replayedPart, { count, time: instantOf(rest) }),
      );
      return queryClient.invalidateQueries({ queryKey: deliveriesKey(id) });
    },
    onError: notifyFailure,
  });
  return (
    <form
      className={classes.replay}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        replay.mutate();
      }}
    >
      <TextInput
        type="datetime-local"
        aria-label={text.replayFrom}
        value={since}
        onChange={({ currentTarget: { value } }) => setSince(value)}
      />
      <Button type="submit" variant="default" disabled={since === ''} loading={replay.isPending}>
        {text.replayFromSubmit}
      </Button>
    </form>
  );
}
