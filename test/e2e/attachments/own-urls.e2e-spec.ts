import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttachmentsService } from '../../../src/modules/attachments/index.js';
import type { Client } from '../../support/client.js';
import { makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let ada: Client;

beforeAll(async () => {
  test = await startTestApp({ PUBLIC_URL: 'https://help.example/desk/' });
  ada = (await makeDesk(test)).people.ada.client;
});
afterAll(() => test.close());

describe('the file that a URL names', () => {
  const idOfUrl = (url: string) => test.app.get(AttachmentsService).idOfUrl(url);

  const upload = async () => (await ada.upload('note.txt', 'A note.')).body.data as { id: number; url: string };

  it('is the one that the URL was made for', async () => {
    const { id, url } = await upload();
    expect(url).toContain('?signature=');
    expect(idOfUrl(url)).toBe(id);
    expect(idOfUrl(url.split('?')[0] ?? '')).toBe(id);
    expect(idOfUrl(`${url}&disposition=inline`)).toBe(id);
  });

  it('is none of ours when the URL leads elsewhere', async () => {
    const { id, url } = await upload();
    const base = 'https://help.example/desk';
    for (const other of [
      'https://files.example/van.png',
      `https://help.example/api/v1/attachments/${id}/content`,
      '',
      base,
      `/api/v1/attachments/${id}/content`,
      `${base}.evil.example/api/v1/attachments/${id}/content`,
      `${base}/api/v1/attachments/${id}`,
      `${base}/api/v1/attachments/${id}/content/more`,
      `${base}/api/v1/attachments/${id}/contents`,
      `${base}/api/v1/attachments/0/content`,
      `${base}/api/v1/attachments/01/content`,
      `${base}/api/v1/attachments/-1/content`,
      `${base}/api/v1/attachments/1e3/content`,
      `${base}/api/v1/attachments/99999999999/content`,
      `https://proxy.example/${url}`,
    ]) {
      expect([other, idOfUrl(other)]).toEqual([other, null]);
    }
  });
});
