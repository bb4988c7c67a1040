/** Writers that never give up a request, and readers that look through the other process for what was acknowledged. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { call } from '../../scripts/service.mjs';

const REPLIES = 6;
/** What a client does not wait for any longer. */
const PATIENCE_MS = 30_000;
/** Shorter than what `Retry-After` asks for, to see when writing is possible again. */
const PAUSE_MS = 150;

/** What clients were answered, over all loads. */
export function createTally() {
  return {
    /** Requests by what they were answered. */
    statuses: new Map(),
    /** Refusals without a word on when to come again. */
    withoutRetryAfter: 0,
    /** When each write was acknowledged. */
    acknowledged: [],
    reads: 0,
    stale: [],
    unexpected: [],
  };
}

/**
 * Loads the desk until told to stop. `entry` is where writes go; `others` gives the address to read at by the name of the
 * server that has acknowledged. Without it nothing is read.
 */
export async function load({ entry, others = () => null, token, writers, tally, ledger, signal }) {
  const ask = async (url, method, path, body, key) => {
    const headers = { ...(key && { 'idempotency-key': key }), connection: 'keep-alive' };
    try {
      const answer = await Promise.race([
        call(url, method, `/api/v1${path}`, body, token, headers),
        sleep(PATIENCE_MS, null, { ref: false }).then(() => Promise.reject(new Error('no answer in time'))),
      ]);
      const given = await answer.json();
      count(String(answer.status));
      if (answer.status === 503 && !answer.headers.has('retry-after')) tally.withoutRetryAfter++;
      return { status: answer.status, data: given.data, by: answer.headers.get('x-served-by'), given };
    } catch {
      count('cut');
      return { status: 0 };
    }
  };
  const count = (status) => tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);

  /** Sends a request with one key until it is acknowledged: whatever became of a try, it happens once. */
  const write = async (path, body) => {
    for (const key = randomUUID(); !signal.aborted; await sleep(PAUSE_MS)) {
      const answer = await ask(entry, 'POST', path, body, key);
      if (answer.status === 201) return answer;
      const isPassing =
        [0, 429, 502, 503, 504].includes(answer.status) || answer.given?.code === 'idempotency_in_progress';
      if (!isPassing) {
        tally.unexpected.push(`POST ${path}: ${answer.status} ${JSON.stringify(answer.given)}`.slice(0, 300));
        return null;
      }
    }
    return null;
  };

  const record = async (entry) => {
    tally.acknowledged.push(performance.now());
    await ledger.record(entry);
  };

  /** Reads through the other process what one has acknowledged; only an answer counts. */
  const readBack = async (by, path, holds) => {
    const url = others(by);
    if (!url) return;
    for (; !signal.aborted; await sleep(PAUSE_MS)) {
      const answer = await ask(url, 'GET', path);
      if (answer.status === 200 || answer.status === 404) {
        tally.reads++;
        if (answer.status === 404 || !holds(answer.data)) tally.stale.push(`${path} after ${by}`);
        return;
      }
    }
  };

  const writer = async () => {
    while (!signal.aborted) {
      const subject = randomUUID();
      const opened = await write('/tickets', { subject, description: subject, category: 'general' });
      if (!opened) continue;
      const { number } = opened.data;
      await record({ kind: 'ticket', number, seq: 1, text: subject });
      await readBack(opened.by, `/tickets/${number}`, (ticket) => ticket.subject === subject);
      for (let turn = 0; turn < REPLIES && !signal.aborted; turn++) {
        const body = randomUUID();
        const posted = await write(`/tickets/${number}/messages`, { body });
        if (!posted) continue;
        const { seq } = posted.data;
        await record({ kind: 'message', number, seq, text: body });
        await readBack(posted.by, `/tickets/${number}/messages?limit=100`, (thread) =>
          thread.some((message) => message.seq === seq && message.body === body),
        );
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
}
