import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type Agency, makeAgency } from './agency.js';

let test: TestApp;
let agency: Agency;

beforeAll(async () => {
  test = await startTestApp();
  agency = await makeAgency(test);
});
afterAll(() => test.close());

const ROUNDS = 12;

it('closing and replying at once never leaves a message behind the end', async () => {
  const { ada, agent, agent2 } = agency.desk.people;
  const outcomes = new Set<number>();
  for (let round = 0; round < ROUNDS; round++) {
    const id = await agency.open(ada);
    const reply = (side: ReturnType<Agency['client']>, message: string) =>
      side.post(`/tickets/${id}/messages`, { message });
    const [closed, ...replies] = await Promise.all([
      agency.dashboard(agent).patch(`/tickets/${id}/close`, { reason: 'Done' }),
      reply(agency.client(ada), 'Wait'),
      reply(agency.dashboard(agent2), 'I am on it'),
      reply(agency.client(ada), 'Please'),
    ]);
    expect(closed.status).toBe(200);
    for (const { status, body } of replies) {
      outcomes.add(status);
      expect([status, body.message]).toEqual(
        status === 201 ? [201, 'Message added'] : [400, 'Cannot add message to closed ticket'],
      );
    }
    const taken = replies.filter(({ status }) => status === 201).length;
    const {
      closed_at: closedAt,
      status,
      last_message_at: lastAt,
    } = (await agent.client.get(`/tickets/${id}`)).body.data;
    expect([status, lastAt <= closedAt]).toEqual(['closed', true]);
    const { messages } = (await agency.client(ada).get(`/tickets/${id}`)).body.data;
    expect(messages).toHaveLength(1 + taken);
    // In the timeline nothing comes after the end.
    const events = (await agent.client.get(`/tickets/${id}/events`)).body.data.map((event: any) => event.type);
    expect(events.at(-1)).toBe('ticket.closed');
    expect(events.filter((type: string) => type === 'message.created')).toHaveLength(taken);
  }
  expect(outcomes.size).toBeGreaterThan(0);
});

it('of closing twice at once one is refused', async () => {
  const { ada, agent, agent2 } = agency.desk.people;
  const id = await agency.open(ada);
  const answers = await Promise.all(
    [agent, agent2, agent, agent2].map((person) => agency.dashboard(person).patch(`/tickets/${id}/close`)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
});

it('replies at once are all kept, each under an id of its own', async () => {
  const { ada, agent } = agency.desk.people;
  const id = await agency.open(ada);
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, each) =>
      (each % 2 === 0 ? agency.client(ada) : agency.dashboard(agent)).post(`/tickets/${id}/messages`, {
        message: `No. ${each}`,
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
  const { messages } = (await agency.client(ada).get(`/tickets/${id}`)).body.data;
  const told = answers.map(({ body }) => body.data.id);
  expect(new Set(told).size).toBe(8);
  expect(
    messages
      .slice(1)
      .map((message: any) => message.id)
      .sort((a: number, b: number) => a - b),
  ).toEqual(told.sort((a, b) => a - b));
});
