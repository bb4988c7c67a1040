import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { HourlySweep } from '../clock/hourly-sweep.js';
import { Database } from '../database/database.service.js';
import { AnswersRepository } from './answers.repository.js';

const BATCH = 500;
const ctx = { requestId: 'answer-sweep' };

/** Removes answers that no retry is shown any more. Any process may do it. */
@Injectable()
export class AnswerSweep extends HourlySweep {
  constructor(
    private readonly repository: AnswersRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Removes what has expired, a batch a transaction; answers how many went. */
  override async sweep(): Promise<{ readonly answers: number }> {
    const now = this.clock.now();
    for (let answers = 0; ;) {
      const { removed, more } = await this.database.transaction(ctx, (tx) => this.repository.sweep(tx, now, BATCH));
      answers += removed;
      if (!more) return { answers };
    }
  }
}
