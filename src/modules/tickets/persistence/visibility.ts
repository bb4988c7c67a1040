import { type Actor, isStaff } from '../../../platform/context/request-context.js';
import { Conditions, type Narrowable } from '../../../platform/database/conditions.js';
import type { TicketFilter } from '../ticket-query.js';
import type { GroundKind } from './list-plan.js';

const TAKES_PART = `EXISTS (SELECT 1 FROM ticket_participants p
  WHERE p.tenant_id = t.tenant_id AND p.user_id = :viewer AND p.ticket_number = t.number)`;

/** The same for lists, where the tickets are found by who takes part and not the other way round. */
const TAKEN_PART_IN = `t.number IN (SELECT p.ticket_number FROM ticket_participants p
  WHERE p.tenant_id = :tenantId AND p.user_id = :viewer)`;

/** On what a caller sees a ticket: a condition with its values. */
export type Ground = readonly [text: string, values: object];

interface ListGround {
  readonly kind: GroundKind;
  readonly condition: Ground;
}

/**
 * The rule of who sees which ticket, the only place it stands: staff see the tenant's; a customer the requested ones,
 * those of a team that shares, and those they take part in, but the requested ones alone on a wire that knows no others.
 * The owner of the installation sees none. No ticket is seen on two grounds.
 */
export function grounds(actor: Actor): readonly Ground[] {
  if (isStaff(actor)) return [['1 = 1', {}]];
  if (actor.role !== 'customer') return [['1 = 0', {}]];
  const viewer = { viewer: actor.userId };
  const requested: Ground = ['t.requesterId = :viewer', viewer];
  if (actor.ownTicketsOnly) return [requested];
  const { sharedTeamId } = actor;
  const others = 't.requesterId <> :viewer';
  if (sharedTeamId === null) return [requested, [`${others} AND ${TAKES_PART}`, viewer]];
  const values = { ...viewer, sharedTeamId };
  return [
    requested,
    [`t.teamId = :sharedTeamId AND ${others}`, values],
    [`${others} AND (t.teamId IS NULL OR t.teamId <> :sharedTeamId) AND ${TAKES_PART}`, values],
  ];
}

/**
 * The same rule for lists, in which a ticket may come on several grounds: each has its tickets in the order of an index,
 * and none has to step over those of another. A ground that has all that the filter lets through is the only one.
 */
export function listGrounds(actor: Actor, { teamIds }: TicketFilter): readonly ListGround[] {
  if (actor.role !== 'customer') return grounds(actor).map((condition) => ({ kind: 'staff', condition }));
  const viewer = { viewer: actor.userId };
  const requested = { kind: 'requester', condition: ['t.requesterId = :viewer', viewer] } as const;
  if (actor.ownTicketsOnly) return [requested];
  const { sharedTeamId } = actor;
  const takesPart = { kind: 'participant', condition: [TAKEN_PART_IN, viewer] } as const;
  if (sharedTeamId === null) return [requested, takesPart];
  const team = { kind: 'team', condition: ['t.teamId = :sharedTeamId', { sharedTeamId }] } as const;
  return teamIds?.every((id) => id === sharedTeamId) ? [team] : [requested, team, takesPart];
}

export function visible<Q extends Narrowable>(query: Q, actor: Actor): Q {
  const seen = grounds(actor);
  existing(query).andWhere(
    `(${seen.map(([text]) => `(${text})`).join(' OR ')})`,
    Object.assign({}, ...seen.map(([, values]) => values)) as object,
  );
  return query;
}

export function seenOn(ground: Ground): Conditions {
  return existing(new Conditions()).andWhere(...ground);
}

function existing<Q extends Narrowable>(query: Q): Q {
  query.andWhere('t.deletedAt IS NULL');
  return query;
}
