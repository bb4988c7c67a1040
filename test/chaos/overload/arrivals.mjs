/** Requests as a support desk gets them, sent at a rate that does not care for the answers. */
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';

/** Tickets that each tenant has before any of this is sent: what is read and answered. */
export const SEEDED = 30;

export function createArrivals(url, connections) {
  const pool = new Pool(url, { connections, pipelining: 1, keepAliveTimeout: 60_000 });

  async function ask(token, method, path, body) {
    const start = performance.now();
    try {
      const {
        statusCode,
        headers,
        body: answer,
      } = await pool.request({
        ...{ method, path },
        headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      await answer.dump();
      return { status: statusCode, ms: performance.now() - start, retryAfter: headers['retry-after'] };
    } catch {
      return { status: 0, ms: performance.now() - start };
    }
  }

  /** Four of ten read a ticket, three a list, two open one, one writes a message. */
  function send(token) {
    const number = randomInt(1, SEEDED + 1);
    const dice = randomInt(10);
    if (dice < 4) return ask(token, 'GET', `/api/v1/tickets/${number}`);
    if (dice < 7) return ask(token, 'GET', '/api/v1/tickets?limit=25');
    if (dice < 9) return ask(token, 'POST', '/api/v1/tickets', { subject: 'S', description: 'D', category: 'general' });
    return ask(token, 'POST', `/api/v1/tickets/${number}/messages`, { body: 'M' });
  }

  return {
    ask,
    send,

    /** Requests of these tenants in turns, `rate` in a second; all answers. */
    atRate: async (tokens, rate, seconds) => {
      const pending = [];
      const start = performance.now();
      while (performance.now() - start < seconds * 1_000) {
        const due = ((performance.now() - start) / 1_000) * rate;
        while (pending.length < due) pending.push(send(tokens[pending.length % tokens.length]));
        await sleep(2);
      }
      return Promise.all(pending);
    },

    /** Opens the connections: to open thousands at once while something is measured is another kind of trouble. */
    connect: () => Promise.all(Array.from({ length: connections }, () => ask('', 'GET', '/health/live'))),
    end: () => pool.destroy(),
  };
}
