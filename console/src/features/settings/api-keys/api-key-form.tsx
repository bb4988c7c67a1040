import { Checkbox, TextInput } from '@mantine/core';
import { settings } from '#text/settings';
import { api, dataOf, type Schemas } from '../../../api/client';
import { FormDrawer } from '../frame/form-drawer';
import { useForm } from '../frame/use-form';
import classes from './api-key-form.module.css';

const text = settings.keys;

type Scope = keyof typeof text.scopeHints;
const SCOPES = Object.keys(text.scopeHints) as Scope[];

interface ApiKeyFormProps {
  /** Called with the new one, which shows its secret this once. */
  readonly made: (key: Schemas['NewApiKeyDto']) => void;
  readonly close: () => void;
}

export function ApiKeyForm({ made, close }: ApiKeyFormProps) {
  const form = useForm({ name: '', scopes: [] as readonly Scope[], lastDay: '' }, ({ name, scopes, lastDay }) => {
    const expires = lastDay === '' ? null : new Date(`${lastDay}T23:59:59.999`).toISOString();
    return dataOf(api.POST('/api/v1/api-keys', { body: { name, scopes: [...scopes], expires_at: expires } }));
  });
  return (
    <FormDrawer
      title={text.new}
      form={form}
      submitLabel={settings.create}
      done={(key) => {
        made(key);
        close();
      }}
      close={close}
    >
      <TextInput label={settings.name} required maxLength={190} data-autofocus {...form.text('name')} />
      <Checkbox.Group
        label={text.scopes}
        value={[...form.values.scopes]}
        error={form.errorOf('scopes')}
        onChange={(scopes) => form.change({ scopes })}
      >
        <div className={classes.scopes}>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={scope} description={text.scopeHints[scope]} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        type="date"
        label={text.expires}
        description={text.expiresHint}
        {...form.text('lastDay', 'expires_at')}
      />
    </FormDrawer>
  );
}
