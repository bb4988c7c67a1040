import { IconKey } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settings } from '#text/settings';
import { api, dataOf, type Schemas } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { notify } from '../../../shell/notices';
import { dayOf, say } from '../../../text/say';
import { ConfirmAction } from '../frame/confirm-action';
import { SideDrawer } from '../frame/form-drawer';
import { type Column, RecordTable } from '../frame/record-table';
import { SettingsPage } from '../frame/settings-page';
import { ShownOnce } from '../frame/shown-once';
import { StateBadge } from '../frame/state-badge';
import { useEdited } from '../frame/use-edited';
import { ApiKeyForm } from './api-key-form';
import classes from './api-keys-page.module.css';

const text = settings.keys;

type ApiKey = Schemas['ApiKeyDto'];
type NewApiKey = Schemas['NewApiKeyDto'];

const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: () => dataOf(api.GET('/api/v1/api-keys')),
});

export default function ApiKeysPage() {
  const { edited, close } = useEdited();
  const records = useQuery(apiKeysQuery);
  const [made, setMade] = useState<NewApiKey | null>(null);

  const columns: readonly Column<ApiKey>[] = [
    {
      heading: settings.name,
      isWide: true,
      cell: ({ name, scopes }) => (
        <div>
          <strong className={classes.name}>{name}</strong>
          <div className={classes.scopes}>{scopes.length === 0 ? settings.none : scopes.join(', ')}</div>
        </div>
      ),
    },
    { heading: text.key, cell: ({ hint }) => <code>…{hint}</code> },
    { heading: text.expires, cell: ({ expires_at: at }) => <Expiry at={at} /> },
    { heading: settings.created, cell: ({ created_at: at }) => dayOf(at) },
    { heading: text.revoke, cell: (key) => <Revocation apiKey={key} /> },
  ];
  return (
    <SettingsPage title={text.title} lead={text.lead} add={text.add}>
      <RecordTable
        label={text.title}
        records={records}
        columns={columns}
        keyOf={({ id }) => id}
        isDim={({ expires_at: at }) => isOver(at)}
        empty={{ title: text.emptyTitle, hint: text.emptyHint, icon: <IconKey size={26} /> }}
      />
      {edited === 'new' && (
        <ApiKeyForm
          made={(key) => {
            setMade(key);
            void queryClient.invalidateQueries(apiKeysQuery);
          }}
          close={close}
        />
      )}
      {made && (
        <SideDrawer title={made.name} close={() => setMade(null)}>
          <ShownOnce
            hint={say(text.onceHint, { name: made.name })}
            lines={[
              { label: text.secret, value: made.key },
              { label: text.curl, value: curlOf(made) },
            ]}
            close={() => setMade(null)}
          />
        </SideDrawer>
      )}
    </SettingsPage>
  );
}

function Expiry({ at }: { readonly at: string | null }) {
  if (at === null) return settings.never;
  return isOver(at) ? <StateBadge tone="off">{text.expired}</StateBadge> : dayOf(at);
}

function Revocation({ apiKey: { id, name } }: { readonly apiKey: ApiKey }) {
  return (
    <ConfirmAction
      label={text.revoke}
      size="compact-sm"
      aria-label={say(text.revokeKey, { name })}
      question={say(text.revokeQuestion, { name })}
      hint={text.revokeHint}
      run={async () => {
        await dataOf(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } }));
        await queryClient.invalidateQueries(apiKeysQuery);
      }}
      done={() => notify(say(text.revoked, { name }))}
    />
  );
}

function isOver(at: string | null): boolean {
  return at !== null && Date.parse(at) <= Date.now();
}

/** Something that the key may do, to be run as it is. */
function curlOf({ key, scopes }: NewApiKey): string {
  const path = scopes.includes('tickets:read')
    ? '/tickets'
    : scopes.includes('users:read')
      ? '/users'
      : scopes.includes('events:read')
        ? '/events'
        : '/auth/me';
  return `curl ${window.location.origin}/api/v1${path} -H 'Authorization: Bearer ${key}'`;
}
