import { IconBuilding } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { settings } from '#text/settings';
import { api, dataOf, pageOf } from '../../../api/client';
import { dayOf } from '../../../text/say';
import { type Column, OpenLink, RecordTable } from '../frame/record-table';
import { SettingsPage } from '../frame/settings-page';
import { StateBadge } from '../frame/state-badge';
import { useEdited } from '../frame/use-edited';
import { usePages } from '../frame/use-pages';
import type { Tenant } from '../tenant/tenant-values';
import { NewTenantForm } from './new-tenant-form';
import { TenantForm } from './tenant-form';

const text = settings.tenants;

export default function TenantsPage() {
  const { edited, close } = useEdited();
  const records = usePages(['tenants', 'list'], (cursor) =>
    pageOf(api.GET('/api/v1/tenants', { params: { query: { ...cursor, limit: 50 } } })),
  );
  const code = edited === undefined || edited === 'new' ? null : edited;
  const known = records.data?.find((tenant) => tenant.code === code);
  const { data: asked } = useQuery({
    queryKey: ['tenants', code],
    queryFn: () => dataOf(api.GET('/api/v1/tenants/{code}', { params: { path: { code: code ?? '' } } })),
    enabled: code !== null && records.data !== undefined && !known,
  });
  const tenant = known ?? (code === null ? undefined : asked);

  const columns: readonly Column<Tenant>[] = [
    { heading: settings.name, isWide: true, cell: ({ code: id, name }) => <OpenLink id={id}>{name}</OpenLink> },
    { heading: text.code, cell: (each) => <code>{each.code}</code> },
    {
      heading: settings.status,
      cell: ({ status }) => (
        <StateBadge tone={status === 'active' ? 'good' : 'bad'}>{text.statuses[status]}</StateBadge>
      ),
    },
    { heading: text.dialects, cell: ({ dialects }) => dialects.join(', ') },
    { heading: settings.created, cell: ({ created_at: at }) => dayOf(at) },
  ];
  return (
    <SettingsPage title={text.title} lead={text.lead} add={text.add}>
      <RecordTable
        label={text.title}
        records={records}
        columns={columns}
        keyOf={(each) => each.code}
        isDim={({ status }) => status !== 'active'}
        empty={{ title: text.emptyTitle, hint: text.emptyHint, icon: <IconBuilding size={26} /> }}
      />
      {edited === 'new' && <NewTenantForm close={close} />}
      {tenant && <TenantForm key={tenant.code} tenant={tenant} close={close} />}
    </SettingsPage>
  );
}
