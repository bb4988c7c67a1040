import { queryOptions, useQuery } from '@tanstack/react-query';
import { settings } from '#text/settings';
import { api, type Category, dataOf } from '../../../api/client';
import { categoriesQuery, profileQuery, queryClient } from '../../../api/queries';
import { notify } from '../../../shell/notices';
import { say } from '../../../text/say';
import { Failure } from '../../../ui/failure';
import { Waiting } from '../../../ui/waiting';
import { SettingsForm } from '../frame/form-drawer';
import { SettingsPage } from '../frame/settings-page';
import { useForm } from '../frame/use-form';
import { TenantFields } from './tenant-fields';
import { changesOf, type Tenant, valuesOf } from './tenant-values';
import classes from './tenant-page.module.css';

const text = settings.tenant;

const ownTenantQuery = queryOptions({
  queryKey: ['tenant'],
  queryFn: () => dataOf(api.GET('/api/v1/tenant')),
});

export default function TenantPage() {
  const { data: tenant, error, refetch } = useQuery(ownTenantQuery);
  const { data: categories = [] } = useQuery(categoriesQuery);
  if (!tenant) return error ? <Failure error={error} retry={() => void refetch()} /> : <Waiting />;
  return (
    <SettingsPage title={text.title} lead={say(text.lead, { code: tenant.code })}>
      <TenantForm tenant={tenant} categories={categories} />
    </SettingsPage>
  );
}

interface TenantFormProps {
  readonly tenant: Tenant;
  readonly categories: readonly Category[];
}

function TenantForm({ tenant, categories }: TenantFormProps) {
  const form = useForm(
    valuesOf(tenant),
    async (values) => {
      const changed = await dataOf(api.PATCH('/api/v1/tenant', { body: changesOf(values) }));
      queryClient.setQueryData(ownTenantQuery.queryKey, changed);
      // It has the tenant's name.
      await queryClient.invalidateQueries(profileQuery);
    },
    { taken: { field: 'hosts', text: text.hostTaken } },
  );
  return (
    <div className={classes.form}>
      <SettingsForm form={form} submitLabel={settings.save} done={() => notify(settings.saved)}>
        <TenantFields form={form} categories={categories} />
      </SettingsForm>
    </div>
  );
}
