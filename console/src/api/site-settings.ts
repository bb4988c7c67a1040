import { queryOptions } from '@tanstack/react-query';

export interface SignInOffer {
  readonly name: string;
  readonly role: string;
  readonly tenant: string | null;
  readonly email: string;
  readonly password: string;
}

interface SiteSettings {
  /** Accounts that everybody may use; of the demo alone. */
  readonly sign_in_offers: readonly SignInOffer[];
  readonly upload_max_bytes: number;
}

/** What the server tells its pages before anybody has signed in. */
export const siteSettingsQuery = queryOptions({
  queryKey: ['site-settings'],
  queryFn: async () => {
    const answer = await fetch('/console/settings.json');
    if (!answer.ok) throw new Error(`The settings were refused with ${answer.status}`);
    return (await answer.json()) as SiteSettings;
  },
  staleTime: Infinity,
});
