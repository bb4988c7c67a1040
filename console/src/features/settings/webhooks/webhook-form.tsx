import { TagsInput, TextInput } from '@mantine/core';
import { settings } from '#text/settings';
import { api, dataOf } from '../../../api/client';
import { notify } from '../../../shell/notices';
import { FormDrawer } from '../frame/form-drawer';
import { useForm } from '../frame/use-form';
import { refreshWebhooks, type Webhook, type WebhookWithSecret } from './queries';

const text = settings.webhooks;

/** Types of events that endpoints mostly ask for; any other may be typed. */
const SUGGESTED = [
  ...['*', 'ticket.*', 'ticket.created', 'ticket.updated', 'ticket.assigned', 'ticket.status_changed'],
  ...['ticket.resolved', 'ticket.closed', 'ticket.reopened', 'message.created', 'user.*', 'category.*'],
];

interface WebhookFormProps {
  /** Undefined for a new one. */
  readonly webhook: Webhook | undefined;
  /** Called with a new one, which shows its secret this once. */
  readonly made: (webhook: WebhookWithSecret) => void;
  readonly close: () => void;
}

export function WebhookForm({ webhook, made, close }: WebhookFormProps) {
  const form = useForm(
    {
      ...{ url: webhook?.url ?? '', description: webhook?.description ?? '' },
      events: webhook?.events ?? ['*'],
    },
    async ({ url, description, events }): Promise<Webhook & { readonly secret?: string }> => {
      const body = { url, description: description || null, events: [...events] };
      const saved = webhook
        ? await dataOf(api.PATCH('/api/v1/webhooks/{id}', { params: { path: { id: webhook.id } }, body }))
        : await dataOf(api.POST('/api/v1/webhooks', { body }));
      await refreshWebhooks();
      return saved;
    },
  );
  return (
    <FormDrawer
      title={webhook ? text.editTitle : text.new}
      form={form}
      submitLabel={webhook ? settings.save : settings.create}
      done={(saved) => {
        notify(settings.saved);
        if (saved.secret !== undefined) made({ ...saved, secret: saved.secret });
        close();
      }}
      close={close}
    >
      <TextInput
        label={text.url}
        description={text.urlHint}
        type="url"
        required
        maxLength={2_000}
        spellCheck={false}
        data-autofocus
        {...form.text('url')}
      />
      <TextInput label={text.description} maxLength={255} {...form.text('description')} />
      <TagsInput
        label={text.events}
        description={text.eventsHint}
        data={SUGGESTED}
        value={[...form.values.events]}
        maxTags={50}
        acceptValueOnBlur
        error={form.errorOf('events')}
        onChange={(events) => form.change({ events })}
      />
    </FormDrawer>
  );
}
