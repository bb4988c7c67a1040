import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { CONNECT_TIMEOUT_MS } from './mysql-connections.js';

const BEAT_MS = 1_000;
/** How long an answer may take before the server counts as gone. */
const PATIENCE_MS = 1_500;
/** After this long without a beat the server takes us for gone and lets another lead: later than we notice ourselves. */
const LEASE_SECONDS = 10;

interface Watcher {
  /** The server has stopped answering. */
  silent(): void;
  answering(): void;
}

/** SQL of the name of a lock; the server's locks are shared by all of its databases. */
export const lockName = (purpose: string) => `SHA1(CONCAT('polydesk/', DATABASE(), '/${purpose}'))`;
const LEADER = lockName('leader');

/**
 * A connection of its own on which the server is asked every second whether it is there: one that a network has
 * swallowed closes no connection. It is also what holds the lock of the process that leads, so that with the
 * connection the lock is gone.
 */
export class MysqlWatch {
  private readonly logger = new Logger('Database');
  private readonly stopped = new AbortController();
  private connection: Connection | null = null;
  private onLead: ((leads: boolean) => void) | null = null;
  private leads = false;
  private answers = true;
  private done: Promise<void> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly watcher: Watcher,
  ) {}

  start(): void {
    this.done = this.watch();
  }

  /** From now on this process may lead; tells each time it begins and ceases to. */
  stand(onLead: (leads: boolean) => void): void {
    this.onLead = onLead;
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.done;
  }

  private async watch(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      await this.beat();
      await sleep(BEAT_MS, undefined, { signal: this.stopped.signal, ref: false }).catch(() => undefined);
    }
    this.drop();
  }

  private async beat(): Promise<void> {
    try {
      this.connection ??= await this.connect();
      const held = await inTime(this.ask(this.connection));
      this.setAnswers(true);
      this.setLeads(held);
    } catch (error) {
      this.drop();
      // A server that refuses us in its own words is there; one that has cut a connection may be.
      const { code = '' } = error as NodeJS.ErrnoException;
      if (/^E[A-Z]+$/.test(code) && code !== 'ECONNRESET' && code !== 'EPIPE') this.setAnswers(false, error);
    }
  }

  private async connect(): Promise<Connection> {
    const connection = await createConnection({ uri: this.url, connectTimeout: CONNECT_TIMEOUT_MS });
    // What fails on it is told to whoever asks next.
    connection.on('error', () => undefined);
    await inTime(connection.query(`SET SESSION wait_timeout = ${LEASE_SECONDS}`));
    return connection;
  }

  /** Whether this process leads now. */
  private async ask(connection: Connection): Promise<boolean> {
    if (!this.onLead) {
      await connection.ping();
      return false;
    }
    const held = this.leads ? `IS_USED_LOCK(${LEADER}) = CONNECTION_ID()` : `GET_LOCK(${LEADER}, 0)`;
    const [[row]] = await connection.query<RowDataPacket[]>(`SELECT ${held} AS held`);
    return Number(row?.['held']) === 1;
  }

  private drop(): void {
    this.connection?.destroy();
    this.connection = null;
    this.setLeads(false);
  }

  private setLeads(leads: boolean): void {
    if (leads === this.leads) return;
    this.leads = leads;
    this.onLead?.(leads);
  }

  private setAnswers(answers: boolean, error?: unknown): void {
    if (answers) this.watcher.answering();
    else this.watcher.silent();
    if (answers === this.answers) return;
    this.answers = answers;
    if (answers) this.logger.log('The database server answers again');
    else this.logger.warn({ err: error }, 'The database server does not answer');
  }
}

/** Fails when there is no answer in time; one that waits in the socket while we were busy ourselves has come in time. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const late = sleep(PATIENCE_MS, undefined, { signal: timer.signal })
    .then(() => new Promise((resolve) => setImmediate(() => setImmediate(resolve))))
    .then(() => {
      throw Object.assign(new Error('No answer in time'), { code: 'ETIMEDOUT' });
    });
  try {
    return await Promise.race([answer, late]);
  } finally {
    timer.abort();
    late.catch(() => undefined);
    answer.catch(() => undefined);
  }
}
