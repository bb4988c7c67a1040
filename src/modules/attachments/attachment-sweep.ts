import { Injectable } from '@nestjs/common';
import { Clock, DAY } from '../../platform/clock/clock.js';
import { HourlySweep } from '../../platform/clock/hourly-sweep.js';
import { Database } from '../../platform/database/database.service.js';
import { BlobStore } from '../../platform/storage/blob-store.js';
import { SweepRepository } from './persistence/sweep.repository.js';

const BATCH = 500;
const KEPT_FOR = DAY;
const ctx = { requestId: 'attachment-sweep' };

/** Removes files that were uploaded and never used, and bytes that a crash left without a row. */
@Injectable()
export class AttachmentSweep extends HourlySweep {
  constructor(
    private readonly repository: SweepRepository,
    private readonly blobs: BlobStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Removes what is older than a day; answers how many files and stray blobs went. */
  override async sweep(signal?: AbortSignal): Promise<{ readonly files: number; readonly strays: number }> {
    const before = this.clock.now() - KEPT_FOR;
    return { files: await this.sweepFiles(before, signal), strays: await this.sweepStrays(before, signal) };
  }

  /** Row first: bytes without a row are swept later, a row without bytes would be a broken promise. */
  private async sweepFiles(before: number, signal: AbortSignal | undefined): Promise<number> {
    let removed = 0;
    for (;;) {
      const keys = await this.repository.findUnbound(ctx, before, BATCH);
      for (const key of keys) {
        if (!(await this.database.transaction(ctx, (tx) => this.repository.removeUnbound(tx, key)))) continue;
        await this.blobs.delete(key);
        removed++;
      }
      if (keys.length < BATCH || signal?.aborted) return removed;
    }
  }

  private async sweepStrays(before: number, signal: AbortSignal | undefined): Promise<number> {
    let removed = 0;
    let batch: string[] = [];
    const flush = async () => {
      if (batch.length === 0) return;
      const known = await this.repository.findKnown(ctx, batch);
      for (const key of batch.filter((each) => !known.has(each))) {
        await this.blobs.delete(key);
        removed++;
      }
      batch = [];
    };
    for await (const key of this.blobs.keysBefore(before)) {
      batch.push(key);
      if (batch.length === BATCH) await flush();
      if (signal?.aborted) break;
    }
    await flush();
    return removed;
  }
}
