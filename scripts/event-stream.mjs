/** A reader of `GET /api/v1/events/stream` for scripts. */
import { get } from 'node:http';

/** Follows the stream and hands each event over as `{id, type, data}`; `cut` ends it. */
export async function followStream(url, token, { lastEventId, types, onEvent }) {
  const query = types === undefined ? '' : `?types=${types}`;
  const headers = {
    authorization: `Bearer ${token}`,
    ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
  };
  const response = await new Promise((resolve, reject) =>
    get(`${url}/api/v1/events/stream${query}`, { headers, agent: false }, resolve).on('error', reject),
  );
  if (response.statusCode !== 200) throw new Error(`The stream answered ${response.statusCode}`);
  let rest = '';
  let isCut = false;
  response.setEncoding('utf8').on('data', (text) => {
    if (isCut) return;
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const field = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      const [id, type, data] = [field('id'), field('event'), field('data')];
      if (data !== undefined) onEvent({ id, type, data: JSON.parse(data) });
    }
  });
  response.on('error', () => undefined);
  return {
    cut: () => {
      isCut = true;
      response.destroy();
    },
    ended: new Promise((resolve) => response.once('close', resolve)),
  };
}
