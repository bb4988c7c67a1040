import { PasswordInput, TextInput } from '@mantine/core';
import { settings } from '#text/settings';
import { signIn } from '#text/sign-in';
import { api, dataOf } from '../../../api/client';
import { MIN_PASSWORD } from '../../../api/passwords';
import { queryClient } from '../../../api/queries';
import { notify } from '../../../shell/notices';
import { say } from '../../../text/say';
import { FormDrawer } from '../frame/form-drawer';
import { useForm } from '../frame/use-form';
import classes from './new-tenant-form.module.css';

const text = settings.tenants;

const EMPTY = { code: '', name: '', adminName: '', adminEmail: '', adminPassword: '' };

export function NewTenantForm({ close }: { readonly close: () => void }) {
  const form = useForm(
    EMPTY,
    async ({ code, name, adminName, adminEmail, adminPassword }) => {
      const admin = { name: adminName, email: adminEmail, password: adminPassword };
      const tenant = await dataOf(api.POST('/api/v1/tenants', { body: { code, name, admin } }));
      await queryClient.invalidateQueries({ queryKey: ['tenants'] });
      return tenant;
    },
    { taken: { field: 'code', text: text.codeTaken } },
  );
  return (
    <FormDrawer
      title={text.new}
      form={form}
      submitLabel={settings.create}
      done={({ name }) => {
        notify(say(text.created, { name }));
        close();
      }}
      close={close}
    >
      <TextInput label={settings.name} required maxLength={190} data-autofocus {...form.text('name')} />
      <TextInput
        label={text.code}
        description={text.codeHint}
        required
        maxLength={63}
        autoCapitalize="none"
        spellCheck={false}
        {...form.text('code')}
      />
      <fieldset className={classes.admin}>
        <legend>{text.admin}</legend>
        <p className={classes.hint}>{text.adminHint}</p>
        <TextInput label={text.adminName} required maxLength={190} {...form.text('adminName', 'admin.name')} />
        <TextInput
          label={text.adminEmail}
          type="email"
          required
          autoComplete="off"
          {...form.text('adminEmail', 'admin.email')}
        />
        <PasswordInput
          label={text.adminPassword}
          description={say(settings.profile.nextHint, { count: MIN_PASSWORD })}
          required
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': signIn.showPassword }}
          {...form.text('adminPassword', 'admin.password')}
        />
      </fieldset>
    </FormDrawer>
  );
}
