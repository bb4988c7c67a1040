import '@mantine/core/styles/PasswordInput.css';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { setup as text } from '#text/setup';
import { signIn as signInText } from '#text/sign-in';
import { api, dataOf } from '../../api/client';
import { explain, fieldErrors } from '../../api/explain';
import { ApiFailure } from '../../api/failure';
import { MIN_PASSWORD } from '../../api/passwords';
import { say } from '../../text/say';
import { Entrance } from '../../ui/entrance';
import { Notable } from '../../ui/notable';
import { usePageTitle } from '../../ui/page-title';
import { signIn } from '../../api/sign-in';
import classes from './setup-page.module.css';

interface SetupForm {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly tenantName: string;
  readonly code: string;
  readonly category: string;
}

/** The first run: makes the owner, the first tenant and its first category, and signs in. */
export default function SetupPage() {
  usePageTitle(text.title);
  const navigate = useNavigate();
  const [token] = useState(() => window.location.hash.slice(1));
  const [form, setForm] = useState<SetupForm>({
    ...{ name: '', email: '', password: '', tenantName: '', code: '' },
    category: text.categoryDefault,
  });
  const [isCodeTyped, setCodeTyped] = useState(false);
  const setUp = useMutation({
    mutationFn: () => completeSetup(token, form),
    onSuccess: () => navigate({ to: '/', replace: true }),
  });
  const errors = fieldErrors(setUp.error);

  if (token === '') {
    return (
      <main>
        <Notable title={text.noToken} hint={text.noTokenHint} />
      </main>
    );
  }
  const change = (values: Partial<SetupForm>) => setForm((before) => ({ ...before, ...values }));
  const field = (name: keyof SetupForm, path: string) => ({
    name,
    required: true,
    value: form[name],
    error: errors[path],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => change({ [name]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUp.mutate();
  };

  return (
    <Entrance title={text.title} lead={text.lead}>
      <form onSubmit={submit} className={classes.form}>
        <fieldset className={classes.group}>
          <legend>{text.you}</legend>
          <TextInput label={text.name} autoComplete="name" {...field('name', 'owner.name')} />
          <TextInput label={text.email} type="email" autoComplete="username" {...field('email', 'owner.email')} />
          <PasswordInput
            label={text.password}
            description={say(text.passwordHint, { count: MIN_PASSWORD })}
            minLength={MIN_PASSWORD}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': signInText.showPassword }}
            {...field('password', 'owner.password')}
          />
        </fieldset>
        <fieldset className={classes.group}>
          <legend>{text.organisation}</legend>
          <TextInput
            label={text.tenantName}
            autoComplete="organization"
            {...field('tenantName', 'tenant.name')}
            onChange={({ currentTarget: { value } }) =>
              change({ tenantName: value, ...(!isCodeTyped && { code: codeOf(value) }) })
            }
          />
          <TextInput
            label={text.tenantCode}
            description={text.tenantCodeHint}
            autoCapitalize="none"
            spellCheck={false}
            {...field('code', 'tenant.code')}
            onChange={({ currentTarget: { value } }) => {
              setCodeTyped(true);
              change({ code: value });
            }}
          />
          <TextInput label={text.category} description={text.categoryHint} {...field('category', 'category')} />
        </fieldset>
        <div role="alert" className={classes.error}>
          {setUp.isError && reasonOf(setUp.error)}
        </div>
        <Button type="submit" loading={setUp.isPending} fullWidth>
          {text.submit}
        </Button>
      </form>
    </Entrance>
  );
}

async function completeSetup(token: string, form: SetupForm): Promise<void> {
  const { name, email, password, tenantName, code, category } = form;
  const body = { token, owner: { name, email, password }, tenant: { code, name: tenantName } };
  await dataOf(api.POST('/api/v1/setup', { body }));
  await signIn({ tenant: code, email, password });
  await dataOf(api.POST('/api/v1/categories', { body: { name: category } }));
}

function codeOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
}

function reasonOf(error: unknown): string {
  return error instanceof ApiFailure && error.status === 401 ? text.wrongToken : explain(error);
}
