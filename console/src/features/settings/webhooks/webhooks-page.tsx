import { IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { settings } from '#text/settings';
import { SideDrawer } from '../frame/form-drawer';
import { type Column, RecordTable } from '../frame/record-table';
import { SettingsPage } from '../frame/settings-page';
import { ShownOnce } from '../frame/shown-once';
import { useEdited } from '../frame/use-edited';
import { type Webhook, type WebhookWithSecret, webhooksQuery } from './queries';
import { WebhookForm } from './webhook-form';
import { WebhookState } from './webhook-state';
import table from '../frame/record-table.module.css';
import classes from './webhooks.module.css';

const text = settings.webhooks;

export default function WebhooksPage() {
  const { edited, close } = useEdited();
  const records = useQuery(webhooksQuery);
  const [made, setMade] = useState<WebhookWithSecret | null>(null);

  const columns: readonly Column<Webhook>[] = [
    {
      heading: text.url,
      isWide: true,
      cell: ({ id, url, description }) => (
        <div>
          <Link to="/settings/webhooks/$id" params={{ id: String(id) }} className={table.open}>
            {url}
          </Link>
          {description !== null && <div className={classes.dim}>{description}</div>}
        </div>
      ),
    },
    { heading: text.events, cell: ({ events }) => <span className={classes.events}>{events.join(', ')}</span> },
    { heading: settings.status, cell: (webhook) => <WebhookState status={webhook.status} /> },
  ];
  return (
    <SettingsPage title={text.title} lead={text.lead} add={text.add}>
      <RecordTable
        label={text.title}
        records={records}
        columns={columns}
        keyOf={({ id }) => id}
        isDim={({ status }) => status !== 'active'}
        empty={{ title: text.emptyTitle, hint: text.emptyHint, icon: <IconWebhook size={26} /> }}
      />
      {edited === 'new' && <WebhookForm webhook={undefined} made={setMade} close={close} />}
      {made && (
        <SideDrawer title={made.url} close={() => setMade(null)}>
          <ShownOnce
            hint={text.onceHint}
            lines={[{ label: text.secret, value: made.secret }]}
            close={() => setMade(null)}
          />
        </SideDrawer>
      )}
    </SettingsPage>
  );
}
