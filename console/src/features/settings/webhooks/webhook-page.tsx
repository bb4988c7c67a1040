import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { settings } from '#text/settings';
import { api, dataOf } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { notify, notifyFailure } from '../../../shell/notices';
import { instantOf, say } from '../../../text/say';
import { Failure } from '../../../ui/failure';
import { Waiting } from '../../../ui/waiting';
import { ConfirmAction } from '../frame/confirm-action';
import { SettingsPage } from '../frame/settings-page';
import { ShownOnce } from '../frame/shown-once';
import { editing, useEdited } from '../frame/use-edited';
import { Deliveries } from './deliveries';
import { deliveriesKey, refreshWebhooks, type Webhook, webhookQuery, webhooksQuery } from './queries';
import { WebhookForm } from './webhook-form';
import { WebhookState } from './webhook-state';
import classes from './webhooks.module.css';

const text = settings.webhooks;
const route = getRouteApi('/signed-in/settings/webhooks/$id');

/** One endpoint: what it is, what can be done with it, and what it got. */
export default function WebhookPage() {
  const id = Number(route.useParams().id);
  const { data: webhook, error, refetch } = useQuery(webhookQuery(id));
  const { edited, close } = useEdited();
  const back = (
    <Link to="/settings/webhooks" className={classes.back}>
      <IconArrowLeft size={16} aria-hidden />
      {say(settings.back, { place: text.title })}
    </Link>
  );
  if (!webhook) return error ? <Failure error={error} retry={() => void refetch()} /> : <Waiting />;
  return (
    <SettingsPage title={webhook.url} lead={webhook.description ?? text.lead} above={back}>
      <About webhook={webhook} />
      <Actions webhook={webhook} />
      <Deliveries webhook={webhook} />
      {edited !== undefined && <WebhookForm webhook={webhook} made={() => undefined} close={close} />}
    </SettingsPage>
  );
}

function About({ webhook: { status, events, old_secret_until: until } }: { readonly webhook: Webhook }) {
  const hints = [
    status === 'disabled' && text.disabledHint,
    status === 'paused' && text.pausedHint,
    until !== null && say(text.oldSecret, { time: instantOf(until) }),
  ];
  return (
    <div className={classes.about}>
      <WebhookState status={status} />
      <span className={classes.events}>{events.join(', ')}</span>
      {hints.map((hint) => hint !== false && <p key={hint}>{hint}</p>)}
    </div>
  );
}

function Actions({ webhook: { id, status } }: { readonly webhook: Webhook }) {
  const navigate = useNavigate();
  const [secret, setSecret] = useState<string | null>(null);
  const path = { id };
  const toggle = useMutation({
    mutationFn: () =>
      status === 'active'
        ? dataOf(api.POST('/api/v1/webhooks/{id}/pause', { params: { path } }))
        : dataOf(api.POST('/api/v1/webhooks/{id}/resume', { params: { path } })),
    onSuccess: (webhook) => {
      notify(webhook.status === 'active' ? text.resumed : text.paused);
      return refreshWebhooks();
    },
    onError: notifyFailure,
  });
  const test = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/webhooks/{id}/test', { params: { path } })),
    onSuccess: ({ status: outcome, response_status: answer, duration_ms: duration, error }) => {
      if (outcome === 'delivered') {
        notify(say(text.testGood, { status: String(answer), duration: duration ?? 0 }));
      } else {
        const reason = answer === null ? (error ?? text.noAnswer) : say(text.answered, { status: String(answer) });
        notify(say(text.testBad, { reason }), { tone: 'bad' });
      }
      return queryClient.invalidateQueries({ queryKey: deliveriesKey(id) });
    },
    onError: notifyFailure,
  });
  return (
    <>
      <div className={classes.actions}>
        <Button variant="light" loading={test.isPending} onClick={() => test.mutate()}>
          {text.test}
        </Button>
        <Button component={Link} to="." search={editing('this')} variant="default">
          {text.edit}
        </Button>
        <Button variant="default" loading={toggle.isPending} onClick={() => toggle.mutate()}>
          {status === 'active' ? text.pause : text.resume}
        </Button>
        <ConfirmAction
          label={text.rotate}
          question={text.rotateQuestion}
          hint={text.rotateHint}
          run={() => dataOf(api.POST('/api/v1/webhooks/{id}/rotate-secret', { params: { path } }))}
          done={(webhook) => {
            setSecret(webhook.secret);
            void refreshWebhooks();
          }}
        />
        <ConfirmAction
          label={settings.delete}
          question={text.deleteQuestion}
          hint={text.deleteHint}
          run={() => dataOf(api.DELETE('/api/v1/webhooks/{id}', { params: { path } }))}
          done={() => {
            notify(text.deleted);
            void queryClient.invalidateQueries({ ...webhooksQuery, exact: true });
            void navigate({ to: '/settings/webhooks' });
          }}
        />
      </div>
      {secret !== null && (
        <div className={classes.secret}>
          <ShownOnce
            hint={text.onceHint}
            lines={[{ label: text.secret, value: secret }]}
            close={() => setSecret(null)}
          />
        </div>
      )}
    </>
  );
}
