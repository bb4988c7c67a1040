import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command, Option } from 'commander';
import { AppModule } from './app.module.js';
import { run } from './run.js';
import { MIN_PASSWORD, SetupService, TenantsService, UsersService } from './modules/auth/index.js';
import { KeyCheck } from './platform/crypto/key-check.js';
import { DomainError } from './platform/errors/domain-error.js';

/** What needs no browser: `npm run cli -- --help`. */
const ctx = {
  requestId: 'cli',
  actor: { type: 'system', id: 0, userId: 0, role: 'owner', sharedTeamId: null },
} as const;

interface PersonOptions {
  readonly name: string;
  readonly email: string;
  readonly passwordStdin?: boolean;
}

const program = new Command('polydesk').description('Manage the installation from a shell');

const tenant = program.command('tenant').description('Tenants');
tenant
  .command('create')
  .requiredOption('--code <code>', 'short name in lower case')
  .requiredOption('--name <name>')
  .action((input: { code: string; name: string }) =>
    within(async (app) => {
      const { code, name } = await app.get(TenantsService).create(ctx, input);
      console.log(`Created tenant ${code} (${name})`);
    }),
  );
tenant.command('list').action(() =>
  within(async (app) => {
    const page = await app.get(TenantsService).list(ctx, { limit: 1_000 });
    for (const { code, name, status } of page.items) console.log(`${code}\t${name}\t${status}`);
  }),
);

person(program.command('user').description('Users').command('create'))
  .requiredOption('--tenant <code>')
  .addOption(new Option('--role <role>').choices(['customer', 'agent', 'admin']).default('customer'))
  .action((options: PersonOptions & { tenant: string; role: 'customer' | 'agent' | 'admin' }) =>
    within(async (app) => {
      const { name, email, role } = options;
      const found = await app.get(TenantsService).getByCode(ctx, options.tenant);
      const { password, generated } = await passwordFrom(options);
      await app.get(UsersService).createLocal({ ...ctx, tenant: found }, { name, email, role, password });
      console.log(`Created ${role} ${email} in ${found.code}`);
      if (generated) console.log(`Password: ${password}`);
    }),
  );

person(program.command('owner').description('The owner of the installation').command('create')).action(
  (options: PersonOptions) =>
    within(async (app) => {
      const { name, email } = options;
      const { password, generated } = await passwordFrom(options);
      await app.get(SetupService).createOwner(ctx, { name, email, password });
      console.log(`Created the owner ${email}`);
      if (generated) console.log(`Password: ${password}`);
    }),
);

program
  .command('app-key')
  .description('The key that stored secrets are sealed with')
  .command('accept')
  .description('make the present APP_KEY the right one: for when the former is lost, and what it sealed with it')
  .action(() =>
    within(async (app) => {
      await app.get(KeyCheck).accept(ctx);
      console.log('Accepted. Set the secrets of identity providers and dialects anew.');
    }),
  );

function person(command: Command): Command {
  return command
    .requiredOption('--name <name>')
    .requiredOption('--email <email>')
    .option('--password-stdin', 'read the password from standard input; without it one is generated and printed');
}

/** A generated password is for the caller to print, once there is an account that has it. */
async function passwordFrom({ passwordStdin }: PersonOptions): Promise<{ password: string; generated: boolean }> {
  if (passwordStdin === true) {
    const given = (await text(process.stdin)).replace(/\r?\n$/, '');
    if (given.length < MIN_PASSWORD) throw new Error(`A password has at least ${MIN_PASSWORD} characters`);
    return { password: given, generated: false };
  }
  return { password: randomBytes(12).toString('base64url'), generated: true };
}

async function within(work: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error'], abortOnError: false });
  try {
    await work(app);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(error.message);
    for (const text of Object.values(error.details.errors ?? {}).flat()) console.error(`  - ${text}`);
    process.exitCode = 1;
  } finally {
    await app.close();
  }
}

await run(async () => {
  await program.parseAsync();
});
