import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { settings } from '#text/settings';
import { api, dataOf, type Schemas } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { notify, notifyFailure } from '../../../shell/notices';
import { say } from '../../../text/say';
import { ConfirmAction } from '../frame/confirm-action';
import { FormDrawer } from '../frame/form-drawer';
import { useForm } from '../frame/use-form';
import { TenantFields } from '../tenant/tenant-fields';
import { changesOf, type Tenant, valuesOf } from '../tenant/tenant-values';

const text = settings.tenants;

interface TenantFormProps {
  readonly tenant: Tenant;
  readonly close: () => void;
}

/** What the owner may set for a tenant. */
export function TenantForm({ tenant, close }: TenantFormProps) {
  const change = (body: Schemas['OwnerChangeTenantDto']) => changeTenant(tenant.code, body);
  const form = useForm(valuesOf(tenant), (values) => change(changesOf(values)), {
    taken: { field: 'hosts', text: settings.tenant.hostTaken },
  });
  return (
    <FormDrawer
      title={tenant.name}
      form={form}
      submitLabel={settings.save}
      done={() => {
        notify(settings.saved);
        close();
      }}
      close={close}
      actions={<Status tenant={tenant} close={close} />}
    >
      <TenantFields form={form} categories={undefined} />
    </FormDrawer>
  );
}

function Status({ tenant: { code, name, status }, close }: TenantFormProps) {
  const reactivate = useMutation({
    mutationFn: () => changeTenant(code, { status: 'active' }),
    onSuccess: () => {
      notify(say(text.reactivated, { name }));
      close();
    },
    onError: notifyFailure,
  });
  if (status !== 'active') {
    return (
      <Button variant="default" loading={reactivate.isPending} onClick={() => reactivate.mutate()}>
        {text.reactivate}
      </Button>
    );
  }
  return (
    <ConfirmAction
      label={text.suspend}
      question={say(text.suspendQuestion, { name })}
      hint={text.suspendHint}
      run={() => changeTenant(code, { status: 'suspended' })}
      done={() => {
        notify(say(text.suspended, { name }));
        close();
      }}
    />
  );
}

async function changeTenant(code: string, body: Schemas['OwnerChangeTenantDto']): Promise<Tenant> {
  const changed = await dataOf(api.PATCH('/api/v1/tenants/{code}', { params: { path: { code } }, body }));
  await queryClient.invalidateQueries({ queryKey: ['tenants'] });
  return changed;
}
