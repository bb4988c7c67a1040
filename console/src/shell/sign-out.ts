import { api, dataOf } from '../api/client';
import { queryClient } from '../api/queries';
import { forgetSession } from '../api/session';

/** Ends the session here and in every tab, and forgets what was read in it. Drafts stay. */
export async function signOut(): Promise<void> {
  try {
    await dataOf(api.POST('/api/v1/auth/logout'));
  } finally {
    forgetSession();
    queryClient.clear();
  }
}
