import { api, dataOf } from './client';
import { queryClient } from './queries';
import { keepSession } from './session';

export interface Credentials {
  /** Null for the owner of the installation. */
  readonly tenant: string | null;
  readonly email: string;
  readonly password: string;
}

const TENANT_KEY = 'polydesk.tenant';

/** Starts a session for all tabs. Throws `ApiFailure`. */
export async function signIn({ tenant, email, password }: Credentials): Promise<void> {
  const body = { email, password, ...(tenant !== null && { tenant }) };
  const grant = await dataOf(api.POST('/api/v1/auth/login', { body }));
  queryClient.clear();
  keepSession(grant);
  if (tenant !== null) localStorage.setItem(TENANT_KEY, tenant);
}

/** Where somebody signed in on this browser before. */
export function lastTenant(): string {
  return localStorage.getItem(TENANT_KEY) ?? '';
}
