import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { addPerson, call, must, setUp, signIn } from '../../../scripts/service.mjs';

const DAAKEY = { code: 'AGENCY1', secret: 'the-secret-of-the-agency-0123' };

/** Two tenants with everybody and everything that there is to attack, every dialect spoken, and what was handed out. */
export async function setStage(url, service, dialects) {
  await setUp(url, service);
  const admin = await signIn(url);
  const send = async (method, path, body) => (await must(call(url, method, `/api/v1${path}`, body, admin))).data;
  for (const [name, role] of [
    ['agent', 'agent'],
    ['customer', 'customer'],
    ['bystander', 'customer'],
  ]) {
    await addPerson(url, admin, { name, role });
  }
  const login = { email: 'owner@example.com', password: 'a-long-script-password' };
  const owner = (await must(call(url, 'POST', '/api/v1/auth/login', login))).data.access_token;
  await send('PATCH', '/tenant', {
    dialects,
    ...(dialects.includes('daakey') && { daakey: { secret_key: DAAKEY.secret, agency_code: DAAKEY.code } }),
    ...(dialects.includes('kinconecta') && { kinconecta: { anonymous: 'full' } }),
  });
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const publicPem = rsa.publicKey.export({ format: 'pem', type: 'spki' });
  const providers = {
    hs256: await provider(send, 'HS256', {}),
    rs256: {
      ...(await provider(send, 'RS256', { public_key: publicPem })),
      ...{ publicPem, publicDer: rsa.publicKey.export({ format: 'der', type: 'spki' }), privateKey: rsa.privateKey },
    },
  };
  await must(call(url, 'POST', '/api/v1/tenants', { code: 'other', name: 'Other' }, owner));
  const { key } = await send('POST', '/api-keys', { name: 'key', scopes: ['tickets:read', 'users:read'] });
  const people = {
    owner,
    admin,
    agent: await signIn(url, 'agent@example.com'),
    customer: await signIn(url, 'customer@example.com'),
  };
  await send('PUT', '/linked-resources/booking/5', {});
  await send('POST', '/teams', { name: 'Team' });
  for (let number = 1; number <= 5; number++) await addTicket(url, people, number);
  return { people, key, providers, otherTenant: { secret: randomBytes(32).toString('base64url') }, daakey: DAAKEY };
}

async function provider(send, algorithm, fields) {
  const issuer = `https://${algorithm.toLowerCase()}.example`;
  const body = {
    name: algorithm,
    issuer,
    audience: 'support',
    algorithm,
    roles: ['customer', 'agent', 'admin'],
    ...fields,
  };
  const { secret } = await send('POST', '/tenant/identity-providers', body);
  return { issuer, audience: 'support', secret };
}

async function addTicket(url, { customer, agent }, number) {
  const form = new FormData();
  form.append('file', new Blob([`File ${number}`]), 'a.txt');
  const headers = { authorization: `Bearer ${customer}` };
  const file = (await must(fetch(`${url}/api/v1/attachments`, { method: 'POST', body: form, headers }))).data.id;
  const ticket = { subject: `Ticket ${number}`, description: 'Text', category: 'general', attachment_ids: [file] };
  await must(call(url, 'POST', '/api/v1/tickets', ticket, customer));
  await must(
    call(url, 'POST', `/api/v1/tickets/${number}/messages`, { body: 'Secret', visibility: 'internal' }, agent),
  );
}
