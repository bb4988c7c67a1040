import { Injectable } from '@nestjs/common';
import { Clock, DAY } from '../clock/clock.js';
import type { Retryable, TenantContext } from '../context/request-context.js';
import { digest } from '../crypto/keys.service.js';
import { Database } from '../database/database.service.js';
import { DomainError } from '../errors/domain-error.js';
import { IDEMPOTENCY_KEY_REUSED } from '../http/http-errors.js';
import { AnswersRepository } from './answers.repository.js';
import type { Answer, KeptAnswer } from './kept-answer.js';

const KEPT_FOR = DAY;

/** Ends a request that was carried out before: nothing of it happens again. */
export class AnsweredBefore extends Error {
  constructor(readonly kept: KeptAnswer) {
    super('This request was answered before');
  }
}

/** A request with a key, from its arrival until its answer is kept. */
export interface Undertaking extends Retryable {
  readonly ctx: TenantContext;
  /** As `received`, when more is to come. */
  note(content: string): void;
  /** Throws `AnsweredBefore` if the request was carried out elsewhere meanwhile. */
  recheck(): Promise<void>;
  /** Keeps the answer, in the open transaction if there is one. Throws `AnsweredBefore` when another was first. */
  keep(ctx: TenantContext, answer: Answer): Promise<void>;
}

/** Answers of requests with an Idempotency-Key, for a day. */
@Injectable()
export class KeptAnswers {
  constructor(
    private readonly repository: AnswersRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Begins to watch over a request whose key is good in `scope`. */
  undertake(ctx: TenantContext, scope: string): Undertaking {
    const contents: string[] = [];
    const shown = new Map<string, readonly [string, number]>();
    let expired: KeptAnswer | null = null;
    const fingerprint = () => digest(JSON.stringify(contents));

    const find = async (within: TenantContext) => {
      const kept = await this.repository.find(within, scope);
      const isOver = kept !== null && kept.expiresAt <= this.clock.now();
      expired = isOver ? kept : null;
      return isOver ? null : kept;
    };
    const endIfAnswered = (kept: KeptAnswer | null) => {
      if (!kept) return;
      throw kept.fingerprint === fingerprint() ? new AnsweredBefore(kept) : new DomainError(IDEMPOTENCY_KEY_REUSED);
    };
    const add = async (tx: TenantContext, answer: Answer) => {
      if (expired) await this.repository.removeExpired(tx, expired);
      const { role } = tx.actor;
      const expiresAt = this.clock.now() + KEPT_FOR;
      const kept = { scope, fingerprint: fingerprint(), role, shown: [...shown.values()], answer, expiresAt };
      await this.repository.add(tx, kept);
    };
    return {
      ctx,
      note: (content) => void contents.push(content),
      received: async (content) => {
        contents.push(content);
        endIfAnswered(await find(ctx));
      },
      shows: (kind, id) => void shown.set(`${kind}/${id}`, [kind, id]),
      recheck: async () => endIfAnswered(await find(ctx)),
      keep: async (within, answer) => {
        try {
          await this.database.transaction(within, (tx) => add(tx, answer));
        } catch (error) {
          if (this.database.isTaken(error)) endIfAnswered(await find(within));
          throw error;
        }
      },
    };
  }
}
