import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Redirect, useSearch } from 'wouter';
import { portal } from '#text/portal';
import { explain } from '../api/explain';
import { ApiFailure } from '../api/failure';
import { useSession } from '../api/session';
import { lastTenant, signIn } from '../api/sign-in';
import { siteSettingsQuery } from '../api/site-settings';
import { say } from '../text/say';
import { Entrance } from '../ui/entrance';
import { usePageTitle } from '../ui/page-title';

const text = portal.signIn;

/** `POST /auth/login`; the answer's tokens are kept for all tabs and renewed before they end. */
export function SignInPage() {
  usePageTitle(text.title);
  const to = new URLSearchParams(useSearch()).get('to') ?? '/';
  const session = useSession();
  const [form, setForm] = useState({ tenant: lastTenant(), email: '', password: '' });
  const login = useMutation({ mutationFn: signIn });

  // Only to an address of the portal itself.
  if (session) return <Redirect to={/^\/(?![/\\])/.test(to) ? to : '/'} replace />;
  const field = (name: keyof typeof form) => ({
    name,
    required: true,
    value: form[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setForm((before) => ({ ...before, [name]: value })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    login.mutate({ ...form, tenant: form.tenant.trim() });
  };
  return (
    <Entrance title={text.title} lead={to === '/' ? text.lead : text.expired}>
      <DemoOffers accept={login.mutate} />
      <form onSubmit={submit} className="form">
        <label>
          {text.tenant}
          <span className="hint" id="tenant-hint">
            {text.tenantHint}
          </span>
          <input
            autoComplete="organization"
            autoCapitalize="none"
            spellCheck={false}
            aria-describedby="tenant-hint"
            {...field('tenant')}
          />
        </label>
        <label>
          {text.email}
          <input type="email" autoComplete="username" {...field('email')} />
        </label>
        <label>
          {text.password}
          <input type="password" autoComplete="current-password" {...field('password')} />
        </label>
        <p role="alert" className="problem">
          {login.isError && reasonOf(login.error)}
        </p>
        <button type="submit" className="main" disabled={login.isPending}>
          {text.submit}
        </button>
      </form>
    </Entrance>
  );
}

/** The accounts of the demo that everybody may use; elsewhere there are none. */
function DemoOffers({ accept }: { readonly accept: (offer: Parameters<typeof signIn>[0]) => void }) {
  const { data } = useQuery(siteSettingsQuery);
  const offers = data?.sign_in_offers.filter(({ role }) => role === 'customer') ?? [];
  if (offers.length === 0) return null;
  return (
    <div className="offers">
      <p>{text.offers}</p>
      {offers.map((offer) => (
        <button key={offer.email} type="button" onClick={() => accept(offer)}>
          {say(text.offer, { name: offer.name })}
        </button>
      ))}
    </div>
  );
}

/** Says nothing about which part was wrong. */
function reasonOf(error: unknown): string {
  const isWrong = error instanceof ApiFailure && (error.code === 'invalid_credentials' || error.status === 422);
  return isWrong ? text.wrong : explain(error);
}
