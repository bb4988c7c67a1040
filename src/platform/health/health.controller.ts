import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Logger, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../context/public.decorator.js';
import { Database } from '../database/database.service.js';
import { BoundBy } from '../limits/bounds.decorator.js';
import { BlobStore } from '../storage/blob-store.js';
import { Drain } from './drain.js';

type Verdict = 'ok' | 'failing';

type Findings = Readonly<Record<'database' | 'storage', Verdict>>;

/** Whoever asks must hear in time that something does not answer. */
const PATIENCE_MS = 2_000;
/** What was found is true for a moment: anybody may ask as often as they like, and looking costs something. */
const FRESH_MS = 250;

/** For whoever watches the process: is it alive, can it serve. Not in the envelope. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  private readonly logger = new Logger('Health');
  private looking: Promise<Findings> | null = null;

  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
    private readonly drain: Drain,
  ) {}

  @Get('live')
  @BoundBy('none')
  @Public()
  live(): { status: Verdict } {
    return { status: 'ok' };
  }

  /** Not ready: on its way out, or something fails. The schema is right once the process listens: it migrates before and refuses to start on a newer one. */
  @Get('ready')
  @BoundBy('none')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    if (this.drain.isLeaving) {
      reply.status(503);
      return { status: 'leaving' };
    }
    const { database, storage } = await this.look();
    const checks = { database, schema: database, storage };
    const status: Verdict = Object.values(checks).every((each) => each === 'ok') ? 'ok' : 'failing';
    if (status === 'failing') reply.status(503).header('retry-after', '2');
    return { status, checks };
  }

  /** One look at a time, for all who ask meanwhile or soon after. */
  private look(): Promise<Findings> {
    return (this.looking ??= this.lookNow().finally(() => {
      setTimeout(() => (this.looking = null), FRESH_MS).unref();
    }));
  }

  private async lookNow(): Promise<Findings> {
    const [database, storage] = await Promise.all([
      this.verdict('database', () => this.database.ping()),
      this.verdict('storage', () => this.blobs.check()),
    ]);
    return { database, storage };
  }

  private async verdict(name: string, check: () => Promise<void>): Promise<Verdict> {
    const ended = new AbortController();
    try {
      await Promise.race([check(), tooLate(ended.signal)]);
      return 'ok';
    } catch (error) {
      this.logger.warn({ err: error, check: name }, 'Readiness check failed');
      return 'failing';
    } finally {
      ended.abort();
    }
  }
}

async function tooLate(signal: AbortSignal): Promise<void> {
  await sleep(PATIENCE_MS, undefined, { signal }).catch(() => undefined);
  if (!signal.aborted) throw new Error('No answer in time');
}
