import assert from 'node:assert/strict';

const PASSWORD = 'demo-password';

/** An access token of somebody of a demo tenant. */
export async function tokenOf(desk, person, tenant = 'northwind') {
  const credentials = { tenant, email: `${person}@${tenant}.example`, password: PASSWORD };
  return (await post(desk, '/auth/login', credentials)).access_token;
}

/** Posts to the API, and gives what a success answers. */
export function post(desk, path, body, token) {
  return call(desk, path, token, { method: 'POST', body: JSON.stringify(body) });
}

/** What the API answers to a success. */
export function read(desk, path, token) {
  return call(desk, path, token, {});
}

async function call(desk, path, token, request) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${desk.url}/api/v1${path}`, { ...request, headers });
  const { data, message } = await answer.json();
  assert.ok(answer.ok, `${path} answered ${answer.status}: ${message}`);
  return data;
}
