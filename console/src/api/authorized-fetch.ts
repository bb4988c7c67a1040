import { inOneTab } from './one-tab';
import { currentSession, forgetSession, type Grant, keepSession, type Session } from './session';

/** A token that ends within this is renewed before it is used. */
const MARGIN_MS = 20_000;

/**
 * Sends the request as whoever is signed in. Renews the token before it ends; a session that cannot be renewed is over,
 * and the answer is what the API says to that.
 */
export async function authorizedFetch(request: Request): Promise<Response> {
  const retry = request.clone();
  const session = await freshSession(MARGIN_MS);
  const answer = await send(request, session);
  if (answer.status !== 401 || !session) return answer;
  // Ended before its time: by a sign-out elsewhere, or this clock is wrong.
  const renewed = await renew(session);
  return renewed ? send(retry, renewed) : answer;
}

/** The session with a token that is good for this much longer; null when nobody is signed in any more. */
export async function freshSession(margin = MARGIN_MS): Promise<Session | null> {
  const session = currentSession();
  if (!session || session.expiresAt - Date.now() > margin) return session;
  return renew(session);
}

function send(request: Request, session: Session | null): Promise<Response> {
  if (session) request.headers.set('authorization', `Bearer ${session.accessToken}`);
  return fetch(request);
}

/** One tab renews, since a refresh token that is used twice ends the session; the others find what it got. */
function renew(stale: Session): Promise<Session | null> {
  return inOneTab('refresh', async () => {
    const session = currentSession();
    if (!session || session.accessToken !== stale.accessToken) return session;
    const answer = await fetch('/api/v1/auth/refresh', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh_token: session.refreshToken }),
    });
    if (answer.ok) return keepSession(((await answer.json()) as { data: Grant }).data);
    if (answer.status === 401 || answer.status === 403) forgetSession();
    return null;
  });
}
