import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { TenantsService } from '../../modules/auth/index.js';
import { anonymousIn } from './kinconecta.settings.js';

const AT_ONCE = 100;

/** Says at every start which tenants show their tickets to anybody: names and e-mail addresses are personal data. */
@Injectable()
export class OpenTenants implements OnApplicationBootstrap {
  private readonly logger = new Logger('Kinconecta');

  constructor(private readonly tenants: TenantsService) {}

  async onApplicationBootstrap(): Promise<void> {
    let cursor: string | undefined;
    do {
      const page = await this.tenants.list({ requestId: 'start' }, { limit: AT_ONCE, cursor });
      for (const tenant of page.items) {
        const isSpoken = tenant.status === 'active' && tenant.settings.dialects.includes('kinconecta');
        if (!isSpoken || anonymousIn(tenant) !== 'full') continue;
        this.logger.warn(`Anybody can read all tickets of tenant ${tenant.code}: its kinconecta.anonymous is full`);
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}
