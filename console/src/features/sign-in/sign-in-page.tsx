import '@mantine/core/styles/PasswordInput.css';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { signIn as text } from '#text/sign-in';
import { explain } from '../../api/explain';
import { ApiFailure } from '../../api/failure';
import { useSession } from '../../api/session';
import { type SignInOffer, siteSettingsQuery } from '../../api/site-settings';
import { say } from '../../text/say';
import { Face } from '../../ui/face';
import { Entrance } from '../../ui/entrance';
import { usePageTitle } from '../../ui/page-title';
import { type Credentials, lastTenant, signIn } from '../../api/sign-in';
import classes from './sign-in-page.module.css';

const route = getRouteApi('/sign-in');

export default function SignInPage() {
  usePageTitle(text.title);
  const { to } = route.useSearch();
  const session = useSession();
  const router = useRouter();
  const navigate = useNavigate();
  const { data: settings } = useQuery(siteSettingsQuery);
  const [form, setForm] = useState({ tenant: lastTenant(), email: '', password: '' });
  const [capsLock, setCapsLock] = useState(false);
  const login = useMutation({ mutationFn: signIn });

  // Also when another tab has signed in meanwhile.
  useEffect(() => {
    if (session) void (to === undefined ? navigate({ to: '/', replace: true }) : router.history.replace(pathIn(to)));
  }, [session, to, navigate, router]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    login.mutate({ ...form, tenant: form.tenant.trim() || null });
  };
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const field = (name: keyof typeof form) => ({
    name,
    value: form[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setForm((before) => ({ ...before, [name]: value })),
  });
  const offers = settings?.sign_in_offers ?? [];

  return (
    <Entrance title={text.title} lead={to === undefined || to === '/' ? text.lead : text.expired}>
      {offers.length > 0 && <Offers offers={offers} isBusy={login.isPending} accept={login.mutate} />}
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          label={text.tenant}
          description={text.tenantHint}
          autoComplete="organization"
          autoCapitalize="none"
          spellCheck={false}
          {...field('tenant')}
        />
        <TextInput label={text.email} type="email" required autoComplete="username" {...field('email')} />
        <PasswordInput
          label={text.password}
          required
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': text.showPassword }}
          description={capsLock ? text.capsLock : undefined}
          onKeyUp={watchCapsLock}
          {...field('password')}
        />
        <div role="alert" className={classes.error}>
          {login.isError && reasonOf(login.error)}
        </div>
        <Button type="submit" loading={login.isPending} fullWidth>
          {text.submit}
        </Button>
      </form>
      <p className={classes.foot}>
        <a href="/docs">{text.apiDocs}</a>
      </p>
    </Entrance>
  );
}

interface OffersProps {
  readonly offers: readonly SignInOffer[];
  readonly isBusy: boolean;
  readonly accept: (credentials: Credentials) => void;
}

function Offers({ offers, isBusy, accept }: OffersProps) {
  return (
    <section className={classes.offers} aria-label={text.offers}>
      <h2 className={classes.offersTitle}>{text.offers}</h2>
      <div className={classes.offersList}>
        {offers.map((offer) => (
          <button
            key={offer.email}
            type="button"
            className={classes.offer}
            disabled={isBusy}
            onClick={() => accept(offer)}
          >
            <Face name={offer.name} />
            <span className={classes.offerText}>
              <strong>{text.role[offer.role] ?? offer.role}</strong>
              <span>{offer.name}</span>
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}

/** Says nothing about which half was wrong. */
function reasonOf(error: unknown): string {
  if (!(error instanceof ApiFailure)) return explain(error);
  if (error.code === 'invalid_credentials' || error.status === 422) return text.wrong;
  if (error.code === 'tenant_suspended') return text.suspended;
  if (error.status === 429) return say(text.tooMany, { seconds: error.retryAfterSeconds ?? 60 });
  return explain(error);
}

/** An address inside the console; anything else leads to its start. */
function pathIn(to: string): string {
  return /^\/(?![/\\])/.test(to) ? `/console${to === '/' ? '' : to}` : '/console';
}
