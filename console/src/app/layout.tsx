import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { app as text } from '#text/app';
import { profileQuery } from '../api/queries';
import { useSession } from '../api/session';
import { ViewLinks } from '../features/inbox';
import { UnsentLink, useOutbox } from '../features/ticket';
import { Shell } from '../shell/shell';
import { DESTINATIONS } from './destinations';
import { SignOutButton } from '../shell/sign-out-button';
import { useTicketEvents } from '../tickets/follow';
import { Notable } from '../ui/notable';

/** Around every page of somebody who is signed in. */
export function Layout() {
  const session = useSession();
  const router = useRouter();
  const { data: profile } = useQuery({ ...profileQuery, enabled: session !== null });

  useEffect(() => {
    // Over since the page was opened: expired, or signed out in another tab. The route knows where to go then.
    if (!session) void router.invalidate();
  }, [session, router]);

  if (!session) return null;
  if (session.role === 'customer') {
    return (
      <Notable title={text.forStaff} hint={text.forStaffHint}>
        <Button component="a" href="/portal">
          {text.openPortal}
        </Button>
        <SignOutButton />
      </Notable>
    );
  }
  const isStaff = session.role !== 'owner';
  return (
    <Shell
      profile={profile}
      destinations={DESTINATIONS.filter(({ roles }) => roles.includes(session.role))}
      views={isStaff ? <ViewLinks /> : null}
      unsent={<UnsentLink />}
      isStaff={isStaff}
    >
      {isStaff && <LiveTickets />}
      <Outlet />
    </Shell>
  );
}

function LiveTickets() {
  useTicketEvents();
  useOutbox();
  return null;
}
