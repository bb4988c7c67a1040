/** The processes of a measurement beside the service: who asks, and what the service is held against. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../scripts/ready.mjs';
import { call, must } from '../scripts/service.mjs';

/** Starts the load generator; `put` has it ask and gives what it measured. */
export function createLoad() {
  const child = fork(join(ROOT, 'bench/load.mjs'));
  return {
    put: async (work) => {
      child.send(work);
      return (await once(child, 'message'))[0];
    },
    end: () => child.disconnect(),
  };
}

/** Starts the floor on the service's own database. */
export async function startFloor({ engine, folder, database }, secret) {
  const env = { ...process.env, FLOOR: JSON.stringify({ engine, folder, url: database?.url, secret }) };
  const child = fork(join(ROOT, 'bench/floor.mjs'), { env, execArgv: ['--max-semi-space-size=8'] });
  const [port] = await once(child, 'message');
  return { url: `http://127.0.0.1:${port}`, pid: child.pid, end: () => child.disconnect() };
}

/** Signs the people of a seeded installation in, anew when their tokens come of age. */
export function createPeople(url, { large, password }) {
  const TRUSTED_MS = 5 * 60_000;
  const signIn = async (email) => {
    const credentials = { tenant: large.code, email, password };
    return (await must(call(url, 'POST', '/api/v1/auth/login', credentials))).data.access_token;
  };
  let tokens = null;
  let until = 0;
  return async () => {
    if (performance.now() < until) return tokens;
    tokens = { agent: await signIn(large.agent), customer: await signIn(large.customer) };
    until = performance.now() + TRUSTED_MS;
    return tokens;
  };
}
