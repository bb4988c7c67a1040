/** What a person or a key may be. The owner runs the installation: creates tenants, sees no tickets. */
export const ROLES = ['customer', 'agent', 'admin', 'owner'] as const;
export type Role = (typeof ROLES)[number];
export type TenantRole = Exclude<Role, 'owner'>;

/** Everybody who belongs to a tenant. */
export const TENANT_ROLES = ['customer', 'agent', 'admin'] as const satisfies readonly Role[];

/** The isolation boundary a request acts in. */
export interface TenantRef {
  readonly id: number;
  readonly code: string;
}

/** Who performs a request. */
export interface Actor {
  readonly type: 'user' | 'key' | 'system';
  /** Of the user or the key. */
  readonly id: number;
  /** The user whose name stands on what the actor writes: the person, or the key's machine user. */
  readonly userId: number;
  readonly role: Role;
  /** The team whose tickets the actor may see besides its own; null when it has none or the team does not share. */
  readonly sharedTeamId: number | null;
  /** A customer who came through a wire on which nobody sees more than the tickets they requested. */
  readonly ownTicketsOnly?: true;
}

/** Told of a request that may be sent again, so that it has one effect and nobody is shown too much (Idempotency-Key). */
export interface Retryable {
  /** What came in beside the body, such as the digest of a file. Throws when all of it was answered before. */
  received(content: string): Promise<void>;
  /** What the answer shows something of, by its kind and id. */
  shows(kind: string, id: number): void;
}

/** What of a request any code may need to know, whoever sent it. First argument of every service method. */
export interface RequestContext {
  readonly requestId: string;
  /** Where an HTTP request came from; absent for programs of ours. */
  readonly address?: string;
  /** Present while a request is carried out whose answer is kept for retries. */
  readonly retryable?: Retryable;
  /** The open transaction, set and read by the database layer alone. */
  readonly transaction?: unknown;
}

/** The context of a request whose tenant and actor are known. */
export interface TenantContext extends RequestContext {
  readonly tenant: TenantRef;
  readonly actor: Actor;
}

export function isStaff(actor: Actor): boolean {
  return actor.role === 'agent' || actor.role === 'admin';
}
