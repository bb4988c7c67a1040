import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MessagesService } from '../modules/messages/index.js';
import { TicketOpening, TicketsService } from '../modules/tickets/index.js';
import { Clock, DAY, type Instant, MINUTE } from '../platform/clock/clock.js';
import type { DemoPeople } from './people.js';
import type { DemoStep, DemoThread } from './threads/thread.js';

const wall = new Clock();

interface Happening {
  readonly at: Instant;
  readonly run: () => Promise<void>;
}

/** Plays threads through the real services in the order of their times, each at its moment. */
export async function replayThreads(
  app: NestFastifyApplication,
  people: DemoPeople,
  threads: readonly DemoThread[],
): Promise<void> {
  const today = startOfToday();
  const happenings = threads.flatMap((thread) => happeningsOf(app, people, thread, today)).sort((a, b) => a.at - b.at);
  for (const { at, run } of happenings) await atTime(app, at, run);
}

/** Midnight UTC: demo data made twice on one day is the same. */
export function startOfToday(): Instant {
  return Math.floor(wall.now() / DAY) * DAY;
}

/** Does something as if it were that moment, or now when the moment is still to come. */
export async function atTime<T>(app: NestFastifyApplication, moment: Instant, work: () => Promise<T>): Promise<T> {
  const clock = app.get(Clock);
  clock.now = () => Math.min(moment, wall.now());
  try {
    return await work();
  } finally {
    clock.now = () => wall.now();
  }
}

function happeningsOf(
  app: NestFastifyApplication,
  people: DemoPeople,
  thread: DemoThread,
  today: Instant,
): Happening[] {
  const [hour, minute] = thread.at.split(':').map(Number);
  let at = today - thread.daysAgo * DAY + ((hour ?? 0) * 60 + (minute ?? 0)) * MINUTE;
  let number = 0;
  const { subject, description, category, priority, tags = [], linkedResource } = thread;
  const opening: Happening = {
    at,
    run: async () => {
      const input = { subject, description, category: { slug: category }, priority, tags };
      const ticket = await app
        .get(TicketOpening)
        .open(people[thread.requester], { ...input, ...(linkedResource && { linkedResource }) });
      number = ticket.number;
    },
  };
  const steps = thread.steps.map((step): Happening => {
    at += step.after * MINUTE;
    return { at, run: () => play(app, people, step, number) };
  });
  return [opening, ...steps];
}

async function play(app: NestFastifyApplication, people: DemoPeople, step: DemoStep, number: number): Promise<void> {
  const tickets = app.get(TicketsService);
  const messages = app.get(MessagesService);
  const ctx = people[step.by];
  if ('reply' in step) {
    await messages.post(ctx, number, { body: step.reply, visibility: 'public' });
  } else if ('note' in step) {
    await messages.post(ctx, number, { body: step.note, visibility: 'internal' });
  } else {
    const resolution = 'resolution' in step ? step.resolution : undefined;
    switch (step.do) {
      case 'claim':
        await tickets.claim(ctx, number);
        return;
      case 'start':
        await tickets.edit(ctx, number, { status: 'in_progress' });
        return;
      case 'pending':
        await tickets.edit(ctx, number, { status: 'pending' });
        return;
      case 'resolve':
        await tickets.resolve(ctx, number, resolution);
        return;
      case 'close':
        await tickets.close(ctx, number, resolution);
        return;
      case 'reopen':
        await tickets.reopen(ctx, number);
        return;
    }
  }
}
