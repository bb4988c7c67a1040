import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { Database } from '../../platform/database/database.service.js';
import { ShortCache } from '../../platform/database/short-cache.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { ALREADY_EXISTS, CONFLICT, invalid, notFound } from '../../platform/errors/error-codes.js';
import { EventLog } from '../../platform/events/event-log.js';
import { CategoryUsage } from './category-usage.js';
import { calledBy, type Category, slugOf } from './domain/category.js';
import { CategoriesRepository } from './persistence/categories.repository.js';

export interface CategoryInput {
  readonly name: string;
  readonly slug?: string;
  readonly description?: string | null;
  readonly position?: number;
}

/** The categories of a tenant. There are few, and every ticket names one, so a tenant's list is kept for seconds. */
@Injectable()
export class CategoriesService {
  private readonly lists = new ShortCache<number, readonly Category[]>(2_000);

  constructor(
    private readonly repository: CategoriesRepository,
    private readonly usage: CategoryUsage,
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Categories in order, the archived ones only when asked for. */
  async list(ctx: TenantContext, { includeArchived }: { includeArchived: boolean }): Promise<readonly Category[]> {
    const all = await this.repository.list(ctx);
    return includeArchived ? all : all.filter(isActive);
  }

  /** A category that new tickets may have; null when there is none or it is archived. */
  async findActive(
    ctx: TenantContext,
    by: { readonly id: number } | { readonly slug: string },
  ): Promise<Category | null> {
    const find = (all: readonly Category[]) =>
      all.find((each) => isActive(each) && ('id' in by ? each.id === by.id : each.slug === by.slug)) ?? null;
    const kept = find(await this.all(ctx));
    if (kept) return kept;
    // Another node may have made it since.
    const found = find(await this.repository.list(ctx));
    if (found) this.lists.forget(ctx.tenant.id);
    return found;
  }

  /**
   * The category for what a customer calls it in words of their own: the active one of that name or slug; else the
   * active one with the slug `standard`; else `other`, made on first use.
   */
  async classify(ctx: TenantContext, label: string, standard: string | null): Promise<Category> {
    const active = (await this.all(ctx)).filter(isActive);
    const called = calledBy(label, active);
    return called ?? active.find(({ slug }) => slug === standard) ?? (await this.ensure(ctx, OTHER));
  }

  /**
   * The category of this slug, made on first use: for what must be there whether somebody thought of it or not. One that
   * was archived still serves here; it is not offered to anybody by that.
   */
  async ensure(ctx: TenantContext, wanted: { readonly slug: string; readonly name: string }): Promise<Category> {
    const find = (all: readonly Category[]) => all.find(({ slug }) => slug === wanted.slug);
    const known = find(await this.all(ctx));
    if (known) return known;
    try {
      return await this.create(ctx, wanted);
    } catch (error) {
      // Somebody else's first use came first, or what we keep of the list is older than it.
      const made = this.database.isTaken(error) ? find(await this.repository.list(ctx)) : undefined;
      if (!made) throw error;
      this.database.afterCommit(ctx, () => this.lists.forget(ctx.tenant.id));
      return made;
    }
  }

  /** Throws `already_exists` for a slug that is taken. */
  async create(ctx: TenantContext, input: CategoryInput): Promise<Category> {
    const created = await this.database.transaction(ctx, async (tx) => {
      const existing = await this.repository.list(tx);
      const slug = input.slug ?? slugOf(input.name);
      if (slug === '') throw invalid({ slug: ['slug must be given: the name has no letters to make one of'] });
      requireFreeSlug(existing, slug, null);
      const now = this.clock.now();
      const category: Category = {
        id: await this.database.nextNumber(tx, 'categories'),
        slug,
        name: input.name,
        description: input.description ?? null,
        position: input.position ?? Math.max(0, ...existing.map((each) => each.position)) + 1,
        archivedAt: null,
        createdAt: now,
        updatedAt: now,
      };
      await this.repository.add(tx, category);
      await this.log(tx, 'category.created', category);
      return category;
    });
    this.database.afterCommit(ctx, () => this.lists.forget(ctx.tenant.id));
    return created;
  }

  /** Changes, archives (`archived: true`) or brings back a category. */
  async change(
    ctx: TenantContext,
    id: number,
    input: Partial<CategoryInput> & { archived?: boolean },
  ): Promise<Category> {
    const { archived, ...fields } = input;
    const changed = await this.database.transaction(ctx, async (tx) => {
      const existing = await this.repository.list(tx);
      const before = existing.find((category) => category.id === id);
      if (!before) throw notFound();
      if (fields.slug !== undefined) requireFreeSlug(existing, fields.slug, id);
      const now = this.clock.now();
      const archivedAt = archived === undefined ? before.archivedAt : archived ? (before.archivedAt ?? now) : null;
      const after: Category = { ...before, ...fields, archivedAt, updatedAt: now };
      await this.repository.change(tx, after);
      await this.log(tx, 'category.updated', after);
      return after;
    });
    this.database.afterCommit(ctx, () => this.lists.forget(ctx.tenant.id));
    return changed;
  }

  /** Removes a category that no ticket has, archives one that some have, and tells which it was. */
  async delete(ctx: TenantContext, id: number): Promise<'deleted' | 'archived'> {
    if (!(await this.usage.isUsed(ctx, id))) {
      try {
        await this.remove(ctx, id);
        return 'deleted';
      } catch (error) {
        // A ticket got it in the meantime.
        if (!(error instanceof DomainError) || error.code !== CONFLICT.code) throw error;
      }
    }
    await this.change(ctx, id, { archived: true });
    return 'archived';
  }

  private async remove(ctx: TenantContext, id: number): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const category = (await this.repository.list(tx)).find((each) => each.id === id);
      if (!category) throw notFound();
      await this.repository.remove(tx, id);
      await this.log(tx, 'category.deleted', category);
    });
    this.database.afterCommit(ctx, () => this.lists.forget(ctx.tenant.id));
  }

  private all(ctx: TenantContext): Promise<readonly Category[]> {
    return this.lists.get(ctx, ctx.tenant.id, () => this.repository.list(ctx));
  }

  private async log(ctx: TenantContext, type: string, category: Category): Promise<void> {
    const { id, slug, name, archivedAt } = category;
    await this.events.append(ctx, {
      type,
      occurredAt: this.clock.now(),
      data: { id, slug, name, archived: archivedAt !== null },
    });
  }
}

const isActive = ({ archivedAt }: Category) => archivedAt === null;

/** For what fits nowhere else. */
const OTHER = { name: 'Other', slug: 'other' } as const;

function requireFreeSlug(existing: readonly Category[], slug: string, id: number | null): void {
  if (existing.some((category) => category.slug === slug && category.id !== id)) throw new DomainError(ALREADY_EXISTS);
}
