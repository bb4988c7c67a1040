type Advance = (tenantId: number, counter: string, count: number) => Promise<number>;

interface Waiter {
  resolve(value: number): void;
  reject(reason: unknown): void;
}

/** Hands out counter values; requests that come while a statement is under way share the next one. */
export class NumberAllocator {
  private readonly waiting = new Map<string, Waiter[]>();

  constructor(private readonly advance: Advance) {}

  next(tenantId: number, counter: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const key = `${tenantId}/${counter}`;
      const queue = this.waiting.get(key);
      if (queue) {
        queue.push({ resolve, reject });
      } else {
        this.waiting.set(key, [{ resolve, reject }]);
        void this.serve(key, tenantId, counter);
      }
    });
  }

  private async serve(key: string, tenantId: number, counter: string): Promise<void> {
    for (;;) {
      const batch = this.waiting.get(key) ?? [];
      if (batch.length === 0) {
        this.waiting.delete(key);
        return;
      }
      this.waiting.set(key, []);
      try {
        const last = await this.advance(tenantId, counter, batch.length);
        batch.forEach((waiter, index) => waiter.resolve(last - batch.length + 1 + index));
      } catch (error) {
        batch.forEach((waiter) => waiter.reject(error));
      }
    }
  }
}
