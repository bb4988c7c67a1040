import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link, Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { portal as text } from '#text/portal';
import { profileQuery } from '../api/queries';
import { useSession } from '../api/session';
import { signOut } from '../shell/sign-out';
import { say } from '../text/say';
import { Notable } from '../ui/notable';
import { Loading } from './pieces';
import { SignInPage } from './sign-in-page';
import { TicketListPage } from './ticket-list-page';

// They show Markdown and send files, which the list does without.
const TicketPage = lazy(() => import('./ticket-page'));
const NewTicketPage = lazy(() => import('./new-ticket-page'));

/**
 * A customer's whole help desk in four pages: sign in, the list of tickets, a ticket, a new one. It uses nothing but
 * `/api/v1`, as any page of a product of yours could.
 */
export function Portal() {
  return (
    <Router base="/portal">
      <Switch>
        <Route path="/sign-in" component={SignInPage} />
        <Route>
          <SignedIn />
        </Route>
      </Switch>
    </Router>
  );
}

function SignedIn() {
  const session = useSession();
  const [path] = useLocation();
  // At first, and whenever the session ends: the same address comes back after signing in.
  if (!session) return <Redirect to={`/sign-in?${new URLSearchParams({ to: path }).toString()}`} replace />;
  return (
    <Frame>
      {session.role === 'customer' ? (
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={TicketListPage} />
            <Route path="/new" component={NewTicketPage} />
            <Route path="/tickets/:number">{({ number }) => <TicketPage key={number} number={Number(number)} />}</Route>
            <Route>
              <Notable title={text.notFound} hint={text.notFoundHint} />
            </Route>
          </Switch>
        </Suspense>
      ) : (
        <ForStaff />
      )}
    </Frame>
  );
}

function Frame({ children }: { readonly children: ReactNode }) {
  const { data: profile } = useQuery(profileQuery);
  return (
    <div className="portal">
      <a href="#content" className="skip">
        {text.skipToContent}
      </a>
      <header className="top">
        <span className="brand">{profile?.tenant?.name ?? text.product}</span>
        <nav aria-label={text.navigation}>
          <Link href="/">{text.tickets}</Link>
          <Link href="/new">{text.newTicket}</Link>
        </nav>
        <span className="me">{profile?.name}</span>
        {/* Signed out here in any case, also when the server cannot be told. */}
        <button type="button" className="quiet" onClick={() => void signOut().catch(() => undefined)}>
          {text.signOut}
        </button>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function ForStaff() {
  const { data: profile } = useQuery(profileQuery);
  return (
    <Notable title={text.forCustomers} hint={say(text.forCustomersHint, { name: profile?.name ?? '' })}>
      <a href="/console">{text.openConsole}</a>
    </Notable>
  );
}
