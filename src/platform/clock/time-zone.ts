import { DAY, type Instant, SECOND } from './clock.js';

/** Time without a zone: what clocks on the wall show, written as if they were in Greenwich. */
type WallTime = number;

/** A stretch of time in which a zone's clocks are ahead of UTC by the same. */
export interface ZoneStretch {
  readonly from: Instant;
  readonly before: Instant;
  readonly offset: number;
}

/** A zone of the IANA database, with all its changes of clocks. */
export class TimeZone {
  private constructor(
    readonly name: string,
    private readonly format: Intl.DateTimeFormat,
  ) {}

  /** Null when there is no zone of this name. */
  static find(name: string): TimeZone | null {
    try {
      const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
      const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
      return new TimeZone(name, new Intl.DateTimeFormat('en-US', { timeZone: name, ...numeric, ...time }));
    } catch {
      return null;
    }
  }

  /** The first moment of a day; where clocks leave midnight out, the moment at which they do. */
  startOfDay(midnight: WallTime): Instant {
    const before = midnight - this.offsetAt(midnight - DAY);
    const after = midnight - this.offsetAt(midnight + DAY);
    const isMidnight = (instant: Instant) => instant + this.offsetAt(instant) === midnight;
    return [before, after].filter(isMidnight).sort((a, b) => a - b)[0] ?? before;
  }

  /** The time from one moment to another, cut wherever the clocks are changed. */
  stretches(from: Instant, before: Instant): readonly ZoneStretch[] {
    const stretches: ZoneStretch[] = [];
    let [start, offset] = [from, this.offsetAt(from)];
    for (let at = from; at < before; at += DAY) {
      const next = Math.min(at + DAY, before);
      if (this.offsetAt(next) === offset) continue;
      const change = this.changeBetween(at, next);
      stretches.push({ from: start, before: change, offset });
      [start, offset] = [change, this.offsetAt(change)];
    }
    return [...stretches, { from: start, before, offset }].filter((each) => each.from < each.before);
  }

  private offsetAt(instant: Instant): number {
    const second = Math.floor(instant / SECOND) * SECOND;
    const parts = this.format.formatToParts(second);
    const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - second;
  }

  /** When the clocks are changed, which happens once between the two. */
  private changeBetween(from: Instant, to: Instant): Instant {
    const offset = this.offsetAt(from);
    let [unchanged, changed] = [from, to];
    while (changed - unchanged > 1) {
      const middle = Math.floor((unchanged + changed) / 2);
      if (this.offsetAt(middle) === offset) unchanged = middle;
      else changed = middle;
    }
    return changed;
  }
}
