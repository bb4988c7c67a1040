import { EnumField } from '../../platform/http/fields.js';
import type { Tenant } from '../../modules/auth/index.js';
import { ANONYMOUS, type Anonymous } from './access.js';

/** What a tenant that speaks this dialect sets: what somebody without a token may do. */
export class KinconectaSettings {
  @EnumField(ANONYMOUS, {
    optional: true,
    example: 'create',
    description:
      'What callers without a token may do: nothing (`off`), submit tickets (`create`, the default), or also read ' +
      'all tickets of the tenant with names and e-mail addresses (`full`, as the vendor documents it).',
  })
  anonymous?: Anonymous;
}

export function anonymousIn({ settings }: Pick<Tenant, 'settings'>): Anonymous {
  const chosen = settings.dialect_settings['kinconecta']?.['anonymous'];
  return ANONYMOUS.find((each) => each === chosen) ?? 'create';
}
