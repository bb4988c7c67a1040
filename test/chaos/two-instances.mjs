/**
 * npm run chaos -- two-instances
 *
 * What one instance has acknowledged, another one shows at once: each write goes to one of two processes on a MariaDB,
 * and is read back through the other right after its 2xx.
 */
import { call, createInstallation, must, setUp, signIn } from '../../scripts/service.mjs';

const environment = { RATE_LIMIT: 'off', LOG_LEVEL: 'error' };
const installation = await createInstallation({ engine: 'mysql', environment });
const services = [];
const problems = [];
let token;

try {
  services.push(await installation.start());
  await setUp(installation.url, services[0]);
  services.push(await installation.startBeside());
  const urls = [installation.url, services[1].url];
  token = await signIn(urls[0]);
  for (let round = 0; round < 20; round++) await readBack(urls[round % 2], urls[(round + 1) % 2], round);
  console.log(`20 rounds over two instances: ${problems.length} times something old was read (bar: 0)`);
  for (const problem of new Set(problems)) console.log(`  broken: ${problem}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  for (const { child } of services) child.kill('SIGKILL');
  await installation.remove();
}

async function readBack(here, there, round) {
  const write = (method, path, body) => must(call(here, method, `/api/v1${path}`, body, token));
  const read = async (path) => (await call(there, 'GET', `/api/v1${path}`, undefined, token)).json();
  // Whatever may be kept for a moment is kept now.
  await Promise.all(['/categories', '/tenant', '/auth/me', '/tickets', '/teams', '/users'].map(read));

  const { data: category } = await write('POST', '/categories', { name: `Category ${round}` });
  expect(
    (await read('/categories')).data.some(({ id }) => id === category.id),
    'a new category is not listed',
  );
  const opened = await call(there, 'POST', '/api/v1/tickets', ticketIn(category.slug), token);
  expect(opened.status === 201, `a ticket in a new category answered ${opened.status}`);
  await write('PATCH', `/categories/${category.id}`, { name: `Renamed ${round}` });
  expect(
    (await read('/categories')).data.some(({ name }) => name === `Renamed ${round}`),
    'a category has its old name',
  );

  const { data: ticket } = await write('POST', '/tickets', ticketIn('general'));
  expect((await read(`/tickets/${ticket.number}`)).data?.number === ticket.number, 'a new ticket is not there');
  expect(
    (await read('/tickets')).data.some(({ number }) => number === ticket.number),
    'a new ticket is not listed',
  );
  const { data: message } = await write('POST', `/tickets/${ticket.number}/messages`, { body: 'Here' });
  const thread = (await read(`/tickets/${ticket.number}/messages`)).data;
  expect(
    thread.some(({ seq }) => seq === message.seq),
    'a new message is not there',
  );

  await write('PATCH', '/tenant', { name: `Acme ${round}` });
  expect((await read('/tenant')).data.name === `Acme ${round}`, 'the tenant has its old name');
  await write('PATCH', '/auth/me', { name: `Owner ${round}` });
  expect((await read('/auth/me')).data.name === `Owner ${round}`, 'I have my old name');
  const { data: team } = await write('POST', '/teams', { name: `Team ${round}`, visibility: 'team' });
  expect((await read(`/teams/${team.id}`)).data?.name === `Team ${round}`, 'a new team is not there');
}

function ticketIn(category) {
  return { subject: 'Here', description: 'There', category };
}

function expect(holds, problem) {
  if (!holds) problems.push(problem);
}
