import { Injectable } from '@nestjs/common';
import { ConfigError } from '../config/config.js';
import type { RequestContext } from '../context/request-context.js';
import { Database } from '../database/database.service.js';
import { KeyCheckEntity } from './key-check.entity.js';
import { Keys, sameText } from './keys.service.js';

const NAME = 'app-key';

/** The key is not the one that the stored secrets were sealed with. */
export class WrongAppKey extends ConfigError {
  constructor() {
    super([
      'APP_KEY: is not the key that the secrets in this database were sealed with. Start with the former key: its ' +
        'variable, or the file app-key in DATA_DIR. If it is lost, `npm run cli -- app-key accept` makes this one the ' +
        'key of the installation; the secrets of identity providers and dialects must be set anew then.',
    ]);
  }
}

/** Tells a changed key before anything is sealed with it, or taken for broken because of it. */
@Injectable()
export class KeyCheck {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
  ) {}

  /** Throws `WrongAppKey`. The first start decides which key is the right one. */
  async require(ctx: RequestContext): Promise<void> {
    const known = (await this.find(ctx)) ?? (await this.decide(ctx));
    if (!sameText(known.proof, this.proof())) throw new WrongAppKey();
  }

  /** Makes the present key the right one. */
  async accept(ctx: RequestContext): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      await this.database.write(tx, (manager) =>
        manager.createQueryBuilder().delete().from(KeyCheckEntity).where({ name: NAME }).execute(),
      );
      await this.add(tx);
    });
  }

  private find(ctx: RequestContext): Promise<KeyCheckEntity | null> {
    return this.database.read(ctx, (manager) =>
      manager.createQueryBuilder(KeyCheckEntity, 'k').where({ name: NAME }).getOne(),
    );
  }

  /** Of two first starts at once the faster one decides. */
  private async decide(ctx: RequestContext): Promise<KeyCheckEntity> {
    try {
      return await this.database.transaction(ctx, (tx) => this.add(tx));
    } catch (error) {
      const known = this.database.isTaken(error) ? await this.find(ctx) : null;
      if (!known) throw error;
      return known;
    }
  }

  private async add(tx: RequestContext): Promise<KeyCheckEntity> {
    const row = { name: NAME, proof: this.proof() };
    await this.database.write(tx, (manager) =>
      manager.createQueryBuilder().insert().into(KeyCheckEntity).values(row).updateEntity(false).execute(),
    );
    return row;
  }

  private proof(): string {
    return this.keys.sign('key check', NAME);
  }
}
