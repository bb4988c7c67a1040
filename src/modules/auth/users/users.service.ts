import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { Clock } from '../../../platform/clock/clock.js';
import type { Actor, RequestContext, Role, TenantContext } from '../../../platform/context/request-context.js';
import { Database } from '../../../platform/database/database.service.js';
import type { TenantScope } from '../../../platform/database/tenant.repository.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { ALREADY_EXISTS, CONFLICT, invalid, notFound } from '../../../platform/errors/error-codes.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { Cursors } from '../../../platform/http/cursors.js';
import { type Page, pageOf } from '../../../platform/http/page.js';
import { PrincipalCache } from '../access/principal-cache.js';
import { SessionsRepository } from '../sessions/persistence/sessions.repository.js';
import { TeamsRepository } from '../teams/persistence/teams.repository.js';
import { CONTACT_ISSUER, emailKey, KEY_ISSUER, LOCAL_ISSUER, type User, type UserStatus } from './domain/user.js';
import { hashPassword } from './passwords.js';
import { type UserChanges, type UserFilter, UsersRepository } from './persistence/users.repository.js';

/** Whoever causes a change, in whichever tenant. */
export type Writer = RequestContext & TenantScope & { readonly actor: Pick<Actor, 'type' | 'id'> };

export interface NewPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly kind?: User['kind'];
  readonly role: Role;
  readonly name: string;
  readonly email: string | null;
  readonly password?: string;
  readonly teamId?: number | null;
}

export interface PersonChanges {
  readonly name?: string;
  readonly email?: string;
  readonly role?: Exclude<Role, 'owner'>;
  readonly team_id?: number | null;
  readonly status?: UserStatus;
  readonly password?: string;
}

const LONGEST_TEXT = 190;

/** The people and machine users of a tenant. */
@Injectable()
export class UsersService {
  constructor(
    private readonly repository: UsersRepository,
    private readonly teams: TeamsRepository,
    private readonly sessions: SessionsRepository,
    private readonly principals: PrincipalCache,
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Creates a local account; without a password nobody can sign in to it yet. Throws `already_exists`,
   * `validation_failed`.
   */
  async createLocal(
    ctx: Writer,
    input: { name: string; email: string; role: Role; password?: string; team_id?: number | null },
  ): Promise<User> {
    const { name, email, role, password, team_id } = input;
    requirePresentable({ name, email });
    const identity = { issuer: LOCAL_ISSUER, subject: emailKey(email) };
    return this.add(ctx, { ...identity, name, email, role, password, teamId: team_id ?? null });
  }

  /** Creates a user. Throws `already_exists` when the identity is taken, `validation_failed` for an unknown team. */
  async add(ctx: Writer, input: NewPerson): Promise<User> {
    const { password, teamId = null, kind = 'person', ...rest } = input;
    // Hashing takes long on purpose; done before the transaction, not inside.
    const passwordHash = password === undefined ? null : await hashPassword(password);
    return this.database.transaction(ctx, async (tx) => {
      if (await this.repository.findByIdentity(tx, rest.issuer, rest.subject)) throw new DomainError(ALREADY_EXISTS);
      await this.requireTeam(tx, teamId);
      const now = this.clock.now();
      const id = await this.database.nextNumber(tx, 'users');
      const times = { createdAt: now, updatedAt: now };
      await this.repository.add(tx, { ...rest, id, kind, teamId, passwordHash, status: 'active', ...times });
      const data = { id, kind, role: rest.role, name: rest.name, email: rest.email, team_id: teamId };
      await this.events.append(tx, { type: 'user.created', occurredAt: now, data, audited: true });
      return this.get(tx, id);
    });
  }

  /** Throws `not_found`. */
  async get(ctx: TenantScope, id: number): Promise<User> {
    const user = await this.repository.findById(ctx, id);
    if (!user) throw notFound();
    return user;
  }

  /** The caller, as known a moment ago. */
  self(ctx: TenantContext): Promise<User> {
    const { tenant, actor } = ctx;
    return this.principals.user(ctx, tenant.id, actor.userId, () => this.get(ctx, actor.userId));
  }

  /** As `get`, but a key's machine user, which only its key shapes and shows, is not found either. */
  async getPerson(ctx: TenantScope, id: number): Promise<User> {
    const user = await this.get(ctx, id);
    if (user.kind === 'machine') throw notFound();
    return user;
  }

  /** Null when there is none; machine users are found too. */
  find(ctx: TenantScope, id: number): Promise<User | null> {
    return this.repository.findById(ctx, id);
  }

  /** Whom the tenant's own product calls so, the first who came of several; null when it is nobody. */
  findByExternalId(ctx: TenantScope, externalId: string): Promise<User | null> {
    return this.repository.findByExternalId(ctx, externalId);
  }

  /** People in the order they came, machine users left out. Throws `invalid_cursor`. */
  async list(ctx: TenantContext, query: UserFilter & { limit: number; cursor?: string }): Promise<Page<User>> {
    const { limit, cursor, ...filter } = query;
    const list = `users/${ctx.tenant.id}/${JSON.stringify(filter)}`;
    const after = cursor === undefined ? 0 : Number(this.cursors.read(list, cursor)[0]);
    const rows = await this.repository.list(ctx, filter, after, limit + 1);
    return pageOf(rows, limit, (last) => this.cursors.write(list, [last.id]));
  }

  /** Agents and admins, also those deactivated since, in the order they came; machine users left out. */
  listStaff(ctx: TenantScope, limit: number): Promise<readonly User[]> {
    return this.repository.listStaff(ctx, limit);
  }

  /**
   * The active person of this address, who may have been made by another request a moment ago; a customer made on the
   * spot when there is none. Throws `validation_failed` for the address of somebody deactivated.
   */
  async findOrCreateByEmail(ctx: TenantContext, person: { email: string; name: string }): Promise<User> {
    const known = await this.repository.findByEmail(ctx, person.email);
    if (known) return known;
    try {
      return await this.createLocal(ctx, { ...person, role: 'customer' });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== ALREADY_EXISTS.code) throw error;
      const made = await this.repository.findByEmail(ctx, person.email);
      if (!made) throw invalid({ 'requester.email': ['requester.email must be the address of an active user'] });
      return made;
    }
  }

  /**
   * The contact who gives this address, made on first use and called as they called themselves then. Anybody can type
   * anybody's address, so this is never the account that has it: see `CONTACT_ISSUER`. Throws `validation_failed`, also
   * for a contact who was deactivated.
   */
  async findOrCreateContact(ctx: Writer, { name, email }: { name: string; email: string }): Promise<User> {
    const subject = emailKey(email);
    requirePresentable({ name, email: subject });
    const find = () => this.repository.findByIdentity(ctx, CONTACT_ISSUER, subject);
    let contact = await find();
    try {
      contact ??= await this.add(ctx, { issuer: CONTACT_ISSUER, subject, role: 'customer', name, email: email.trim() });
    } catch (error) {
      // Somebody else's first use came first.
      contact = this.database.isTaken(error) ? await find() : null;
      if (!contact) throw error;
    }
    if (contact.status !== 'active') throw invalid({ email: ['email must not be of somebody deactivated'] });
    return contact;
  }

  /** The user behind what was done: a person, or a key's machine user; null for the system. */
  async findBehind(ctx: TenantScope, { type, id }: Pick<Actor, 'type' | 'id'>): Promise<User | null> {
    switch (type) {
      case 'user':
        return this.repository.findById(ctx, id);
      case 'key':
        return this.repository.findByIdentity(ctx, KEY_ISSUER, String(id));
      case 'system':
        return null;
    }
  }

  /**
   * Changes a user; one deactivated or given a new password is signed out, within seconds everywhere. Throws `conflict`
   * when admins would lock themselves out, `already_exists` when the new e-mail is taken.
   */
  async change(ctx: TenantContext, id: number, input: PersonChanges): Promise<User> {
    if (id === ctx.actor.userId && (input.status === 'inactive' || (input.role && input.role !== ctx.actor.role))) {
      throw new DomainError(CONFLICT, { message: 'You cannot take your own access away' });
    }
    const passwordHash = input.password === undefined ? undefined : await hashPassword(input.password);
    const changed = await this.database.transaction(ctx, async (tx) => {
      const before = await this.getPerson(tx, id);
      if (input.team_id !== undefined) await this.requireTeam(tx, input.team_id);
      const changes: UserChanges = {
        ...(input.name !== undefined && { name: input.name }),
        ...(input.email !== undefined && (await this.newEmail(tx, before, input.email))),
        ...(input.role !== undefined && { role: input.role }),
        ...(input.status !== undefined && { status: input.status }),
        ...(input.team_id !== undefined && { teamId: input.team_id }),
        ...(passwordHash !== undefined && { passwordHash }),
      };
      await this.save(tx, before, changes);
      if (passwordHash !== undefined || input.status === 'inactive') {
        await this.sessions.revokeAll(tx, ctx.tenant.id, id, this.clock.now());
      }
      return this.get(tx, id);
    });
    this.database.afterCommit(ctx, () => this.principals.forgetUser(ctx.tenant.id, id));
    return changed;
  }

  /** Writes changes and their event, which names a new password but does not hold it. */
  async save(ctx: Writer, before: User, changes: UserChanges): Promise<void> {
    const now = this.clock.now();
    await this.repository.change(ctx, before, changes, now);
    const { passwordHash, ...shown } = changes;
    const data = { id: before.id, ...shown, ...(passwordHash !== undefined && { password: 'changed' }) };
    const audited = bearsOnAccess(before, changes);
    await this.events.append(ctx, { type: 'user.updated', occurredAt: now, data, audited });
  }

  private async newEmail(ctx: TenantScope, user: User, email: string): Promise<UserChanges> {
    if (user.issuer !== LOCAL_ISSUER) return { email };
    const subject = emailKey(email);
    const holder = await this.repository.findByIdentity(ctx, LOCAL_ISSUER, subject);
    if (holder && holder.id !== user.id) throw new DomainError(ALREADY_EXISTS);
    return { email, subject };
  }

  private async requireTeam(ctx: TenantScope, teamId: number | null): Promise<void> {
    if (teamId !== null && !(await this.teams.findById(ctx, teamId))) {
      throw invalid({ team_id: ['team_id must be a team of this tenant'] });
    }
  }
}

/** Whether a change touches what somebody may do, or how they prove who they are. */
function bearsOnAccess(before: User, { passwordHash, role, status, email, teamId }: UserChanges): boolean {
  const differs = <T>(after: T | undefined, known: T) => after !== undefined && after !== known;
  return (
    passwordHash !== undefined ||
    differs(role, before.role) ||
    differs(status, before.status) ||
    differs(email, before.email) ||
    differs(teamId, before.team?.id ?? null)
  );
}

/** Also for callers that are no HTTP request, whose input nobody has looked at. */
function requirePresentable({ name, email }: { name: string; email: string }): void {
  if (!isEmail(email) || email.length > LONGEST_TEXT) throw invalid({ email: ['email must be an email'] });
  if (name.trim() === '' || name.length > LONGEST_TEXT) {
    throw invalid({ name: [`name must have 1 to ${LONGEST_TEXT} characters`] });
  }
}
