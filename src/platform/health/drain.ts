import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * A process on its way out: what it has accepted and not answered yet, and what must end so that it can go. First it
 * `leaves`: it says that it is not ready, while it still takes what comes. Then it is `closed`.
 */
@Injectable()
export class Drain {
  private readonly unanswered = new Set<FastifyRequest>();
  private readonly endings = new Set<() => void>();
  private state: 'serving' | 'leaving' | 'closed' = 'serving';

  get isLeaving(): boolean {
    return this.state !== 'serving';
  }

  get isClosed(): boolean {
    return this.state === 'closed';
  }

  /** Method and route of every request that has no answer yet. */
  get accepted(): readonly string[] {
    return [...this.unanswered].map(({ method, routeOptions }) => `${method} ${routeOptions.url ?? 'unknown'}`);
  }

  /**
   * Calls `end` when the process closes, for answers that have no end of their own, such as streams of events. Returns
   * how to take that back once it has ended by itself.
   */
  onClose(end: () => void): () => void {
    if (this.isClosed) end();
    else this.endings.add(end);
    return () => this.endings.delete(end);
  }

  leave(): void {
    this.state = 'leaving';
  }

  close(): void {
    this.state = 'closed';
    for (const end of this.endings) end();
    this.endings.clear();
  }

  /** Counts what comes and goes; once closed, each answer is the last of its connection. */
  observe(server: FastifyInstance): void {
    server.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
      this.unanswered.add(request);
      reply.raw.once('close', () => this.unanswered.delete(request));
      done();
    });
    server.addHook('onSend', (_request, reply, payload, done) => {
      if (this.isClosed) reply.header('connection', 'close');
      done(null, payload);
    });
  }
}
