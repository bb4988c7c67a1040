import { Checkbox, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { settings } from '#text/settings';
import { signIn } from '#text/sign-in';
import { api, dataOf, type Schemas } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { notify } from '../../../shell/notices';
import { say } from '../../../text/say';
import { ConfirmAction } from '../frame/confirm-action';
import { FormDrawer } from '../frame/form-drawer';
import { useForm } from '../frame/use-form';
import { ROLES, type TenantRole } from '../users/queries';
import { type Provider, providersQuery } from './queries';
import { TokenTest } from './token-test';
import classes from './provider-form.module.css';

const text = settings.providers;
const ALGORITHMS = ['HS256', 'RS256', 'ES256', 'EdDSA'] as const;
const CLAIMS = ['subject', 'role', 'team', 'name', 'email'] as const;

type Algorithm = (typeof ALGORITHMS)[number];
type ClaimNames = Readonly<Record<(typeof CLAIMS)[number], string>>;

interface ProviderValues {
  readonly name: string;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithm: Algorithm;
  readonly secret: string;
  readonly keysFrom: 'key' | 'jwks';
  readonly publicKey: string;
  readonly jwksUrl: string;
  readonly roles: readonly TenantRole[];
  readonly claims: ClaimNames;
}

interface ProviderFormProps {
  /** Undefined for a new one. */
  readonly provider: Provider | undefined;
  /** Called with a new one, which may show its secret this once. */
  readonly made: (provider: Provider) => void;
  readonly close: () => void;
}

export function ProviderForm({ provider, made, close }: ProviderFormProps) {
  const form = useForm(valuesOf(provider), (values) => save(provider, values), {
    taken: { field: 'issuer', text: text.issuerTaken },
  });
  const { values, change } = form;
  return (
    <FormDrawer
      title={provider?.name ?? text.new}
      form={form}
      submitLabel={provider ? settings.save : settings.create}
      done={(saved) => {
        notify(settings.saved);
        if (!provider) made(saved);
        close();
      }}
      close={close}
      actions={provider && <Removal provider={provider} close={close} />}
      below={provider && <TokenTest provider={provider} />}
    >
      <TextInput label={settings.name} required maxLength={190} data-autofocus {...form.text('name')} />
      <TextInput
        label={text.issuer}
        description={text.issuerHint}
        required
        maxLength={190}
        spellCheck={false}
        {...form.text('issuer')}
      />
      <TextInput
        label={text.audience}
        description={text.audienceHint}
        required
        maxLength={190}
        spellCheck={false}
        {...form.text('audience')}
      />
      <Select
        label={text.algorithm}
        data={ALGORITHMS.map((value) => ({ value, label: text.algorithms[value] }))}
        value={values.algorithm}
        allowDeselect={false}
        error={form.errorOf('algorithm')}
        onChange={(algorithm) => change({ algorithm: algorithm as Algorithm })}
      />
      {values.algorithm === 'HS256' ? (
        <PasswordInput
          label={text.secret}
          description={provider?.algorithm === 'HS256' ? text.secretKeepHint : text.secretHint}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': signIn.showPassword }}
          {...form.text('secret')}
        />
      ) : (
        <>
          <Select
            label={text.keysFrom}
            data={[
              { value: 'jwks', label: text.fromJwks },
              { value: 'key', label: text.fromKey },
            ]}
            value={values.keysFrom}
            allowDeselect={false}
            onChange={(keysFrom) => change({ keysFrom: keysFrom as ProviderValues['keysFrom'] })}
          />
          {values.keysFrom === 'jwks' ? (
            <TextInput
              label={text.jwksUrl}
              type="url"
              required
              spellCheck={false}
              {...form.text('jwksUrl', 'jwks_url')}
            />
          ) : (
            <Textarea
              label={text.publicKey}
              description={provider?.jwks_url === null ? text.publicKeyKeepHint : undefined}
              rows={5}
              spellCheck={false}
              className={classes.key}
              {...form.text('publicKey', 'public_key')}
            />
          )}
        </>
      )}
      <Checkbox.Group
        label={text.roles}
        description={text.rolesHint}
        value={[...values.roles]}
        error={form.errorOf('roles')}
        onChange={(roles) => change({ roles })}
      >
        <div className={classes.choices}>
          {ROLES.map((role) => (
            <Checkbox key={role} value={role} label={settings.users.roles[role]} />
          ))}
        </div>
      </Checkbox.Group>
      <fieldset className={classes.claims}>
        <legend>{text.claims}</legend>
        {CLAIMS.map((claim) => (
          <TextInput
            key={claim}
            label={text.claim[claim]}
            maxLength={100}
            spellCheck={false}
            value={values.claims[claim]}
            error={form.errorOf(`claims.${claim}`)}
            onChange={({ currentTarget: { value } }) => change({ claims: { ...values.claims, [claim]: value } })}
          />
        ))}
      </fieldset>
    </FormDrawer>
  );
}

function Removal({ provider: { id, name }, close }: { readonly provider: Provider; readonly close: () => void }) {
  return (
    <ConfirmAction
      label={text.remove}
      question={say(text.deleteQuestion, { name })}
      hint={text.deleteHint}
      run={async () => {
        await dataOf(api.DELETE('/api/v1/tenant/identity-providers/{id}', { params: { path: { id } } }));
        await queryClient.invalidateQueries(providersQuery);
      }}
      done={() => {
        notify(say(text.deleted, { name }));
        close();
      }}
    />
  );
}

function valuesOf(provider: Provider | undefined): ProviderValues {
  const claims = provider?.claims as ClaimNames | undefined;
  return {
    ...{ name: provider?.name ?? '', issuer: provider?.issuer ?? '', audience: provider?.audience ?? '' },
    algorithm: provider?.algorithm ?? 'HS256',
    ...{ secret: '', publicKey: '', jwksUrl: provider?.jwks_url ?? '' },
    keysFrom: provider && provider.jwks_url === null ? 'key' : 'jwks',
    roles: provider?.roles ?? ['customer'],
    claims: claims ?? { subject: 'sub', role: 'role', team: 'team', name: 'name', email: 'email' },
  };
}

async function save(provider: Provider | undefined, values: ProviderValues): Promise<Provider> {
  const { name, issuer, audience, algorithm, roles, claims } = values;
  const body: Schemas['CreateIdentityProviderDto'] = {
    ...{ name, issuer, audience, algorithm, roles: [...roles], claims },
    ...keysOf(values),
  };
  const saved = provider
    ? await dataOf(api.PATCH('/api/v1/tenant/identity-providers/{id}', { params: { path: { id: provider.id } }, body }))
    : await dataOf(api.POST('/api/v1/tenant/identity-providers', { body }));
  await queryClient.invalidateQueries(providersQuery);
  return saved;
}

/** What is empty stays as it is. */
function keysOf({ algorithm, secret, keysFrom, publicKey, jwksUrl }: ProviderValues) {
  if (algorithm === 'HS256') return { jwks_url: null, ...(secret !== '' && { secret }) };
  if (keysFrom === 'jwks') return { jwks_url: jwksUrl };
  return { jwks_url: null, ...(publicKey.trim() !== '' && { public_key: publicKey }) };
}
