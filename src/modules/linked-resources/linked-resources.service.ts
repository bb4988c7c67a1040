import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { Database } from '../../platform/database/database.service.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { ALREADY_EXISTS, notFound } from '../../platform/errors/error-codes.js';
import { EventLog } from '../../platform/events/event-log.js';
import type { LinkedResource } from './domain/linked-resource.js';
import { LinkedResourcesRepository } from './persistence/linked-resources.repository.js';

export type LinkedResourceInput = Pick<LinkedResource, 'reference' | 'ownerSubject' | 'data'>;

/** Copies of the tenant's own objects, put here by its backend. */
@Injectable()
export class LinkedResourcesService {
  constructor(
    private readonly repository: LinkedResourcesRepository,
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Null when there is none. */
  find(ctx: TenantContext, type: string, externalId: string): Promise<LinkedResource | null> {
    return this.repository.find(ctx, type, externalId);
  }

  /** Throws `not_found`. */
  async get(ctx: TenantContext, type: string, externalId: string): Promise<LinkedResource> {
    const resource = await this.find(ctx, type, externalId);
    if (!resource) throw notFound();
    return resource;
  }

  /** Makes the resource what the input says, whether it was there or not. */
  async put(ctx: TenantContext, type: string, externalId: string, input: LinkedResourceInput): Promise<LinkedResource> {
    try {
      return await this.write(ctx, type, externalId, input);
    } catch (error) {
      // Somebody put it for the first time at the same moment: now it is there to be replaced.
      if (!(error instanceof DomainError) || error.code !== ALREADY_EXISTS.code) throw error;
      return this.write(ctx, type, externalId, input);
    }
  }

  /** Forgets the copy; tickets keep naming the object. Throws `not_found`. */
  async delete(ctx: TenantContext, type: string, externalId: string): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      if ((await this.repository.remove(tx, type, externalId)) === 0) throw notFound();
      const data = { type, external_id: externalId };
      await this.events.append(tx, { type: 'linked_resource.deleted', occurredAt: this.clock.now(), data });
    });
  }

  private write(
    ctx: TenantContext,
    type: string,
    externalId: string,
    input: LinkedResourceInput,
  ): Promise<LinkedResource> {
    return this.database.transaction(ctx, async (tx) => {
      const before = await this.repository.find(tx, type, externalId);
      const now = this.clock.now();
      const resource = { type, externalId, ...input, createdAt: before?.createdAt ?? now, updatedAt: now };
      if (before) await this.repository.change(tx, resource);
      else await this.repository.add(tx, resource);
      const event = before ? 'linked_resource.updated' : 'linked_resource.created';
      const data = { type, external_id: externalId, reference: input.reference, owner_subject: input.ownerSubject };
      await this.events.append(tx, { type: event, occurredAt: now, data });
      return resource;
    });
  }
}
