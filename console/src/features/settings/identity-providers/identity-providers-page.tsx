import { IconId } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settings } from '#text/settings';
import { say } from '../../../text/say';
import { SideDrawer } from '../frame/form-drawer';
import { type Column, OpenLink, RecordTable } from '../frame/record-table';
import { SettingsPage } from '../frame/settings-page';
import { ShownOnce } from '../frame/shown-once';
import { useEdited } from '../frame/use-edited';
import { ProviderForm } from './provider-form';
import { type Provider, providersQuery } from './queries';

const text = settings.providers;

export default function IdentityProvidersPage() {
  const { edited, close } = useEdited();
  const records = useQuery(providersQuery);
  const [made, setMade] = useState<Provider | null>(null);
  const provider = records.data?.find(({ id }) => String(id) === edited);

  const columns: readonly Column<Provider>[] = [
    { heading: settings.name, cell: ({ id, name }) => <OpenLink id={id}>{name}</OpenLink> },
    { heading: text.issuer, isWide: true, cell: ({ issuer }) => issuer },
    { heading: text.audience, cell: ({ audience }) => audience },
    { heading: text.algorithm, cell: ({ algorithm }) => algorithm },
  ];
  return (
    <SettingsPage title={text.title} lead={text.lead} add={text.add}>
      <RecordTable
        label={text.title}
        records={records}
        columns={columns}
        keyOf={({ id }) => id}
        empty={{ title: text.emptyTitle, hint: text.emptyHint, icon: <IconId size={26} /> }}
      />
      {(edited === 'new' || provider) && <ProviderForm key={edited} provider={provider} made={setMade} close={close} />}
      {made?.secret !== undefined && (
        <SideDrawer title={made.name} close={() => setMade(null)}>
          <ShownOnce
            hint={say(text.onceHint, { name: made.name })}
            lines={[{ label: text.secret, value: made.secret }]}
            close={() => setMade(null)}
          />
        </SideDrawer>
      )}
    </SettingsPage>
  );
}
