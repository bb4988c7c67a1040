import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { settings } from '#text/settings';
import { api, dataOf } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { notify, notifyFailure } from '../../../shell/notices';
import { instantOf, say } from '../../../text/say';
import { SideDrawer } from '../frame/form-drawer';
import { deliveriesKey, type Delivery } from './queries';
import { DeliveryState } from './webhook-state';
import classes from './webhooks.module.css';

const text = settings.webhooks;

interface DeliveryDetailsProps {
  readonly delivery: Delivery;
  readonly close: () => void;
}

/** What was sent, and what came back. */
export function DeliveryDetails({ delivery, close }: DeliveryDetailsProps) {
  const { id, webhook_id: webhookId, message_id: message, type, event_id: eventId } = delivery;
  const { attempted_at: attemptedAt, next_attempt_at: next, duration_ms: duration, error } = delivery;
  const replay = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/webhooks/{id}/deliveries/{delivery_id}/replay', {
          params: { path: { id: webhookId, delivery_id: id } },
        }),
      ),
    onSuccess: () => {
      notify(text.replayed);
      return queryClient.invalidateQueries({ queryKey: deliveriesKey(webhookId) });
    },
    onError: notifyFailure,
  });
  const headers = Object.entries((delivery.request_headers ?? {}) as Readonly<Record<string, string>>);
  return (
    <SideDrawer title={`${type} · ${message}`} close={close}>
      <div className={classes.details}>
        <div className={classes.about}>
          <DeliveryState status={delivery.status} />
          {delivery.response_status !== null && (
            <span>{say(text.testGood, { status: String(delivery.response_status), duration: duration ?? 0 })}</span>
          )}
          {error !== null && <p>{error}</p>}
          {attemptedAt !== null && <p>{instantOf(attemptedAt)}</p>}
          {next !== null && <p>{say(text.nextAttempt, { time: instantOf(next) })}</p>}
        </div>
        {eventId !== null && (
          <div>
            <Button
              variant="light"
              loading={replay.isPending}
              aria-label={say(text.replayOne, { message })}
              onClick={() => replay.mutate()}
            >
              {text.replay}
            </Button>
          </div>
        )}
        <Payload
          title={text.request}
          content={[...headers.map((header) => header.join(': ')), '', pretty(delivery.request_body)].join('\n')}
        />
        <Payload title={text.response} content={pretty(delivery.response_body)} />
      </div>
    </SideDrawer>
  );
}

function Payload({ title, content }: { readonly title: string; readonly content: string }) {
  return (
    <section>
      <h3 className={classes.payloadTitle}>{title}</h3>
      <pre className={classes.payload} tabIndex={0} aria-label={title}>
        {content.trim() === '' ? text.empty : content.trim()}
      </pre>
    </section>
  );
}

/** JSON on several lines; of a body only the beginning is kept, which may be none. */
function pretty(body: string | null): string {
  try {
    return JSON.stringify(JSON.parse(body ?? ''), null, 2);
  } catch {
    return body ?? '';
  }
}
