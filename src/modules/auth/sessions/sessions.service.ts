import { Injectable } from '@nestjs/common';
import { Clock, DAY, type Instant } from '../../../platform/clock/clock.js';
import type { RequestContext, Role, TenantContext, TenantRef } from '../../../platform/context/request-context.js';
import { digest, Keys, randomToken } from '../../../platform/crypto/keys.service.js';
import { Database } from '../../../platform/database/database.service.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { FORBIDDEN } from '../../../platform/errors/error-codes.js';
import { PasswordTries } from '../../../platform/limits/password-tries.service.js';
import { ACCESS_TOKEN_LIFETIME, signAccessToken } from '../access/access-token.js';
import type { Principal } from '../access/caller.js';
import { PrincipalCache } from '../access/principal-cache.js';
import { INVALID_CREDENTIALS, TENANT_SUSPENDED, unauthenticated } from '../domain/auth.errors.js';
import { INSTALLATION, type Tenant } from '../tenants/domain/tenant.js';
import { TenantsService } from '../tenants/tenants.service.js';
import { emailKey, LOCAL_ISSUER, type User } from '../users/domain/user.js';
import { hashPassword, passwordFits } from '../users/passwords.js';
import { UsersRepository } from '../users/persistence/users.repository.js';
import { UsersService } from '../users/users.service.js';
import { SessionAudit } from './session-audit.js';
import { SessionsRepository } from './persistence/sessions.repository.js';

const REFRESH_LIFETIME = 30 * DAY;
const LASTING_LIFETIME = 3_650 * DAY;

/** What a sign-in hands out. */
export interface Grant {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Lifetime of the access token in seconds. */
  readonly expiresIn: number;
  readonly user: User;
}

/** What a sign-in for good hands out. */
export interface LastingGrant {
  readonly token: string;
  readonly user: User;
  readonly tenant: Tenant;
}

export interface Credentials {
  /** Code of the tenant; absent for the owner of the installation. */
  readonly tenant?: string;
  readonly email: string;
  readonly password: string;
}

const SYSTEM = { type: 'system', id: 0 } as const;

/** Signing in and out with a local account. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly repository: SessionsRepository,
    private readonly tenants: TenantsService,
    private readonly users: UsersService,
    private readonly usersRepository: UsersRepository,
    private readonly cache: PrincipalCache,
    private readonly keys: Keys,
    private readonly tries: PasswordTries,
    private readonly audit: SessionAudit,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws `invalid_credentials`, whichever part was wrong, and `tenant_suspended` to who knows the password. */
  login(ctx: RequestContext, credentials: Credentials, lifetime = ACCESS_TOKEN_LIFETIME): Promise<Grant> {
    const { tenant = '', email } = credentials;
    return this.tries.count(ctx, `${tenant}/${emailKey(email)}`, () => this.signIn(ctx, credentials, lifetime));
  }

  /**
   * Signs in to the first of the tenants where the credentials and the role fit, and gives an opaque token,
   * `<number>|<random>`, that is good until it is signed out. Throws as `login` does.
   */
  loginForGood(
    ctx: RequestContext,
    credentials: Omit<Credentials, 'tenant'>,
    where: { readonly tenants: readonly Tenant[]; readonly roles: readonly Role[] },
  ): Promise<LastingGrant> {
    return this.tries.count(ctx, emailKey(credentials.email), () => this.signInForGood(ctx, credentials, where));
  }

  /** Opens an account as a customer where the tenant allows it. Throws `forbidden`, `already_exists`. */
  async register(ctx: RequestContext, input: Credentials & { tenant: string; name: string }): Promise<Grant> {
    const tenant: Tenant | null = await this.tenants.findByCode(ctx, input.tenant);
    if (!tenant?.settings.sign_up || tenant.status === 'suspended') throw new DomainError(FORBIDDEN);
    const { name, email, password } = input;
    const person = { name, email, password, role: 'customer' } as const;
    // Whether an address has an account already is not for everybody to find out.
    const create = () => this.users.createLocal({ ...ctx, tenant, actor: SYSTEM }, person);
    const user = await this.tries.count(ctx, 'registering', create);
    return this.start(ctx, tenant, user);
  }

  /** Starts a session for a user whose identity is beyond doubt. `lifetime` is the access token's. */
  async start(
    ctx: RequestContext,
    tenant: Pick<TenantRef, 'id'>,
    user: User,
    lifetime = ACCESS_TOKEN_LIFETIME,
  ): Promise<Grant> {
    const now = this.clock.now();
    const id = randomToken();
    const refreshToken = await this.database.transaction(ctx, async (tx) => {
      const session = { id, tenantId: tenant.id, userId: user.id, createdAt: now, revokedAt: null };
      await this.repository.add(tx, { ...session, expiresAt: now + REFRESH_LIFETIME });
      await this.audit.started(tx, session);
      return this.addRefreshToken(tx, id, now);
    });
    return this.grant({ id, userId: user.id }, user, refreshToken, now, lifetime);
  }

  /**
   * Trades a refresh token for a new pair. A spent one means that somebody has a copy: the whole session ends.
   * Throws `unauthenticated`, and `tenant_suspended` without using the token up.
   */
  async refresh(ctx: RequestContext, refreshToken: string): Promise<Grant> {
    const now = this.clock.now();
    const next = await this.database.transaction(ctx, async (tx) => {
      const token = await this.repository.findRefreshToken(tx, digest(refreshToken));
      const session = token && (await this.repository.findById(tx, token.sessionId));
      if (!session || session.revokedAt !== null || token.expiresAt <= now) return null;
      if (token.spentAt === null && (await this.tenants.isSuspended(tx, session.tenantId))) {
        throw new DomainError(TENANT_SUSPENDED);
      }
      if (!(await this.repository.spend(tx, token.digest, now))) {
        await this.repository.revoke(tx, session.id, now);
        await this.audit.revoked(tx, session);
        return { session, refreshToken: null };
      }
      await this.repository.prolong(tx, session.id, now + REFRESH_LIFETIME);
      return { session, refreshToken: await this.addRefreshToken(tx, session.id, now) };
    });
    if (!next?.refreshToken) {
      if (next) this.forget(ctx, `session ${next.session.id}`);
      throw unauthenticated();
    }
    const { session } = next;
    const user = await this.users.find({ ...ctx, tenant: { id: session.tenantId } }, session.userId);
    if (user?.status !== 'active') throw unauthenticated();
    return this.grant(session, user, next.refreshToken, now, ACCESS_TOKEN_LIFETIME);
  }

  /** Ends the session, or the validity of a provider's token, on every node within seconds. */
  async logout(ctx: TenantContext, { sessionId, token }: Principal): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(ctx, async (tx) => {
      await this.audit.ended(tx);
      if (sessionId !== null) await this.repository.revoke(tx, sessionId, now);
      else if (token && !(await this.repository.isRevoked(tx, token.digest))) {
        await this.repository.revokeToken(tx, token.digest, token.expiresAt);
      }
    });
    if (sessionId !== null) this.forget(ctx, `session ${sessionId}`);
    if (token) this.forget(ctx, `token ${token.digest}`);
  }

  /** Changes the own password and ends all other sessions. Throws `invalid_credentials`. */
  async changePassword(
    ctx: TenantContext,
    principal: Principal,
    input: { current: string; next: string },
  ): Promise<void> {
    const { user, tenant, sessionId } = principal;
    await this.tries.count(ctx, `${tenant.id}/${user.id}`, async () => {
      const hash = await this.usersRepository.findPasswordHash(ctx, user.id);
      if (await passwordFits(hash, input.current)) return;
      await this.audit.passwordRefused(ctx);
      throw new DomainError(INVALID_CREDENTIALS);
    });
    const passwordHash = await hashPassword(input.next);
    await this.database.transaction(ctx, async (tx) => {
      await this.users.save(tx, user, { passwordHash });
      await this.repository.revokeOthers(tx, tenant.id, user.id, sessionId ?? '', this.clock.now());
    });
    this.database.afterCommit(ctx, () => this.cache.forgetUser(tenant.id, user.id));
  }

  private async signIn(ctx: RequestContext, credentials: Credentials, lifetime: number): Promise<Grant> {
    const { tenant: code } = credentials;
    const tenant = code === undefined ? INSTALLATION : await this.tenants.findByCode(ctx, code);
    const user = await this.holderOf(ctx, tenant, credentials);
    if (!tenant || !user) {
      await this.audit.signInRefused(ctx, tenant, credentials.email);
      throw new DomainError(INVALID_CREDENTIALS);
    }
    if ('status' in tenant && tenant.status === 'suspended') throw new DomainError(TENANT_SUSPENDED);
    return this.start(ctx, tenant, user, lifetime);
  }

  private async signInForGood(
    ctx: RequestContext,
    credentials: Omit<Credentials, 'tenant'>,
    { tenants, roles }: { readonly tenants: readonly Tenant[]; readonly roles: readonly Role[] },
  ): Promise<LastingGrant> {
    let refusal = new DomainError(INVALID_CREDENTIALS);
    // Without a tenant to look in, the time of looking is spent all the same.
    for (const tenant of tenants.length > 0 ? tenants : [null]) {
      const user = await this.holderOf(ctx, tenant, credentials);
      if (!tenant || !user || !roles.includes(user.role)) continue;
      if (tenant.status === 'active') return { tenant, user, token: await this.startForGood(ctx, tenant, user) };
      refusal = new DomainError(TENANT_SUSPENDED);
    }
    await this.audit.signInRefused(ctx, tenants[0] ?? null, credentials.email);
    throw refusal;
  }

  /** The active user of these credentials; null when there is none. */
  private async holderOf(
    ctx: RequestContext,
    tenant: TenantRef | Tenant | null,
    { email, password }: Omit<Credentials, 'tenant'>,
  ): Promise<User | null> {
    const user =
      tenant && (await this.usersRepository.findByIdentity({ ...ctx, tenant }, LOCAL_ISSUER, emailKey(email)));
    const hash = user && (await this.usersRepository.findPasswordHash({ ...ctx, tenant }, user.id));
    const fits = await passwordFits(hash, password);
    return fits && user?.status === 'active' ? user : null;
  }

  /** A session that is known by the digest of its only token. */
  private async startForGood(ctx: RequestContext, tenant: Tenant, user: User): Promise<string> {
    const now = this.clock.now();
    return this.database.transaction(ctx, async (tx) => {
      const number = await this.database.nextNumber({ ...tx, tenant }, 'lasting-sessions');
      const token = `${number}|${randomToken()}`;
      const session = { id: digest(token), tenantId: tenant.id, userId: user.id, createdAt: now, revokedAt: null };
      await this.repository.add(tx, { ...session, expiresAt: now + LASTING_LIFETIME });
      await this.audit.started(tx, session);
      return token;
    });
  }

  private forget(ctx: RequestContext, credential: string): void {
    this.database.afterCommit(ctx, () => this.cache.forget(credential));
  }

  private async addRefreshToken(ctx: RequestContext, sessionId: string, now: Instant): Promise<string> {
    const token = `rt_${randomToken()}`;
    const expiresAt = now + REFRESH_LIFETIME;
    await this.repository.addRefreshToken(ctx, { digest: digest(token), sessionId, expiresAt, spentAt: null });
    return token;
  }

  private async grant(
    session: { id: string; userId: number },
    user: User,
    refreshToken: string,
    now: Instant,
    lifetime: number,
  ): Promise<Grant> {
    const accessToken = await signAccessToken(this.keys.jwtSecret, session, now, lifetime);
    return { accessToken, refreshToken, expiresIn: lifetime / 1_000, user };
  }
}
