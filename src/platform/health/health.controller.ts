import { Controller, Get, Logger, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../context/public.decorator.js';
import { Database } from '../database/database.service.js';
import { BoundBy } from '../limits/bounds.decorator.js';
import { BlobStore } from '../storage/blob-store.js';

type Verdict = 'ok' | 'failing';

/** For whoever watches the process: is it alive, can it serve. Not in the envelope. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  private readonly logger = new Logger('Health');

  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
  ) {}

  @Get('live')
  @BoundBy('none')
  @Public()
  live(): { status: Verdict } {
    return { status: 'ok' };
  }

  /** The schema is right once the process listens: it migrates before and refuses to start on a newer one. */
  @Get('ready')
  @BoundBy('none')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const [database, storage] = await Promise.all([
      this.verdict('database', () => this.database.ping()),
      this.verdict('storage', () => this.blobs.check()),
    ]);
    const checks = { database, schema: database, storage };
    const status: Verdict = Object.values(checks).every((each) => each === 'ok') ? 'ok' : 'failing';
    if (status === 'failing') reply.status(503).header('retry-after', '2');
    return { status, checks };
  }

  private async verdict(name: string, check: () => Promise<void>): Promise<Verdict> {
    try {
      await check();
      return 'ok';
    } catch (error) {
      this.logger.warn({ err: error, check: name }, 'Readiness check failed');
      return 'failing';
    }
  }
}
