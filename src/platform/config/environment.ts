import { existsSync } from 'node:fs';

/** Sets variables for a program that decides them itself, such as the demo. */
export function presetEnvironment(values: Readonly<Record<string, string>>): void {
  Object.assign(process.env, values);
}

/** The process environment, with what a `.env` file in the working folder adds to it. */
export function environment(): Readonly<Record<string, string | undefined>> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
