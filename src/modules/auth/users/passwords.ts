import { hash, verify } from '@node-rs/argon2';

export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 200;

/** Argon2id with OWASP's second set of parameters: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), PARAMETERS);
}

let standIn: Promise<string> | undefined;

/** Whether the password fits; takes as long when there is no hash, so that time does not tell who has an account. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  standIn ??= hashPassword('nobody has this password');
  const fits = await verify(stored ?? (await standIn), password.normalize('NFKC'));
  return fits && stored !== null;
}
