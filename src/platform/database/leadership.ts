import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { type Engine, ENGINE } from './engines/index.js';

/** What the process that leads does until `signal` says that it leads no more. */
export type LeadersWork = (signal: AbortSignal) => Promise<void>;

/**
 * Of all processes on one database, one leads at a time: it does what several would do in vain or in each other's way.
 * When it dies, another takes over within seconds. One that has lost its connection may learn of it a moment later than
 * its successor, so what it does must be safe to be done twice.
 */
@Injectable()
export class Leadership implements BeforeApplicationShutdown {
  private readonly works: LeadersWork[] = [];
  private readonly running = new Set<Promise<void>>();
  private term: AbortController | null = null;
  private ended = false;

  constructor(@Inject(ENGINE) private readonly engine: Engine) {}

  /** Runs `work` each time this process begins to lead; it must not throw. */
  whileLeading(work: LeadersWork): void {
    this.works.push(work);
    if (this.term) this.run(work, this.term.signal);
  }

  /** From now on this process may lead. A process that serves stands; a command in a shell does not. */
  stand(): void {
    this.engine.stand((leads) => this.change(leads));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.change(false);
    this.ended = true;
    await Promise.all(this.running);
  }

  private change(leads: boolean): void {
    this.term?.abort();
    this.term = leads && !this.ended ? new AbortController() : null;
    for (const work of this.works) if (this.term) this.run(work, this.term.signal);
  }

  private run(work: LeadersWork, signal: AbortSignal): void {
    const done = work(signal).finally(() => this.running.delete(done));
    this.running.add(done);
  }
}
