import { Injectable } from '@nestjs/common';
import type { TenantContext } from '../../platform/context/request-context.js';

export interface MessagePlaceOf {
  readonly number: number;
  readonly seq: number;
}

export interface MessageBody extends MessagePlaceOf {
  /** Its number as the caller counts. */
  readonly shownSeq: number;
  readonly body: string;
}

type Read = (ctx: TenantContext, places: readonly MessagePlaceOf[]) => Promise<readonly MessageBody[]>;

/** Replies are known to messages, which registers here how to read them: those among some that the caller may see. */
@Injectable()
export class MessageBodies {
  private read: Read | undefined;

  register(read: Read): void {
    this.read = read;
  }

  async of(ctx: TenantContext, places: readonly MessagePlaceOf[]): Promise<readonly MessageBody[]> {
    return places.length === 0 ? [] : ((await this.read?.(ctx, places)) ?? []);
  }
}
