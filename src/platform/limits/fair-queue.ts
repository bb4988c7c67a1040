interface Waiter {
  readonly admit: (leave: () => void) => void;
  readonly refuse: () => void;
}

/** One party: what it holds and who waits. */
interface Line {
  readonly key: string;
  places: number;
  readonly waiting: Waiter[];
}

export interface QueueBounds {
  /** Requests at work at once. */
  readonly places: number;
  /** Requests that wait, of all parties together. */
  readonly waiting: number;
  /** Who would wait longer than this is refused on arrival. */
  readonly waitMs: number;
  /** Time as a number of milliseconds that only grows. */
  readonly now: () => number;
  /** Calls when everything else that is due was done. */
  readonly nextTurn: (call: () => void) => void;
}

/** Weight of the newest interval in the mean. */
const SMOOTHING = 0.05;
/** What is guessed of intervals before any is known. */
const FIRST_GUESS_MS = 5;

/** Nobody waits this many times as long as it was to be. */
const LATEST = 4;

/** There is no place, and there will be none soon. */
export class NoPlace extends Error {}

/**
 * A bounded number of places, given to the parties that wait for one in turns, so that who sends most waits longest. No
 * party holds more than half of them: what it does may take long, and the others' must go on. When the waiting room is
 * full, the newest of whoever fills it most makes room.
 *
 * One place is given a turn: between two of them what has arrived is seen, to wait, to be refused or to pass by. Work that
 * never pauses would otherwise leave everybody waiting where nobody sees it.
 */
export class FairQueue {
  private readonly lines = new Map<string, Line>();
  /** Those that have somebody waiting, in the order of their turns. */
  private readonly turns = new Set<Line>();
  private readonly share: number;
  private taken = 0;
  private waiting = 0;
  private isTurnOver = false;
  /** Between two that were let in from among those who waited. */
  private intervalMs = FIRST_GUESS_MS;
  private lastAdmission = 0;

  constructor(private readonly bounds: QueueBounds) {
    this.share = Math.ceil(bounds.places / 2);
  }

  /** Whether some wait. */
  get isCrowded(): boolean {
    return this.waiting > 0;
  }

  /** Whether a request of the party would be refused at this moment. */
  refuses(key: string): boolean {
    const line = this.lines.get(key);
    if (this.hasPlaceFor(line)) return false;
    const own = line?.waiting.length ?? 0;
    if (this.waiting >= this.bounds.waiting && own >= this.longest().waiting.length) return true;
    return this.waitOf(own) > this.bounds.waitMs;
  }

  /** Takes a place if there is one right now; gives what ends its use, null when one must wait. */
  tryEnter(key: string): (() => void) | null {
    const line = this.lines.get(key);
    return this.hasPlaceFor(line) ? this.take(line ?? this.open(key)) : null;
  }

  /** Waits for a place; gives what ends its use. Throws `NoPlace`, also when `signal` aborts. */
  enter(key: string, signal: AbortSignal): Promise<() => void> {
    if (this.refuses(key) || signal.aborted) return Promise.reject(new NoPlace());
    const leave = this.tryEnter(key);
    if (leave) return Promise.resolve(leave);
    if (this.waiting >= this.bounds.waiting) this.longest().waiting.at(-1)?.refuse();
    return new Promise((resolve, reject) => this.wait(this.lines.get(key) ?? this.open(key), signal, resolve, reject));
  }

  private wait(
    line: Line,
    signal: AbortSignal,
    resolve: (leave: () => void) => void,
    reject: (reason: unknown) => void,
  ): void {
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', waiter.refuse);
    };
    const waiter: Waiter = {
      admit: (leave) => {
        settle();
        resolve(leave);
      },
      refuse: () => {
        settle();
        this.remove(line, waiter);
        reject(new NoPlace());
      },
    };
    // Guesses fail. Better late than not at all, but there is an end to it.
    const timer = setTimeout(waiter.refuse, LATEST * this.bounds.waitMs);
    signal.addEventListener('abort', waiter.refuse, { once: true });
    if (this.waiting++ === 0) this.lastAdmission = this.bounds.now();
    line.waiting.push(waiter);
    this.turns.add(line);
  }

  private hasPlaceFor(line: Line | undefined): boolean {
    if (this.isTurnOver || this.taken >= this.bounds.places) return false;
    return !line || (line.places < this.share && line.waiting.length === 0);
  }

  private open(key: string): Line {
    const line = { key, places: 0, waiting: [] };
    this.lines.set(key, line);
    return line;
  }

  private take(line: Line): () => void {
    this.taken++;
    line.places++;
    this.isTurnOver = true;
    this.bounds.nextTurn(() => {
      this.isTurnOver = false;
      this.admitNext();
    });
    let isLeft = false;
    return () => {
      if (isLeft) return;
      isLeft = true;
      this.taken--;
      line.places--;
      this.drop(line);
      this.admitNext();
    };
  }

  private admitNext(): void {
    if (this.isTurnOver || this.taken >= this.bounds.places) return;
    const line = this.next();
    const waiter = line?.waiting[0];
    if (!line || !waiter) return;
    const now = this.bounds.now();
    this.intervalMs += SMOOTHING * (now - this.lastAdmission - this.intervalMs);
    this.lastAdmission = now;
    const leave = this.take(line);
    this.remove(line, waiter);
    // To the end of the turns.
    if (this.turns.delete(line)) this.turns.add(line);
    waiter.admit(leave);
  }

  private next(): Line | undefined {
    for (const line of this.turns) if (line.places < this.share) return line;
    return undefined;
  }

  private remove(line: Line, waiter: Waiter): void {
    line.waiting.splice(line.waiting.indexOf(waiter), 1);
    this.waiting--;
    if (line.waiting.length === 0) this.turns.delete(line);
    this.drop(line);
  }

  private drop(line: Line): void {
    if (line.places === 0 && line.waiting.length === 0) this.lines.delete(line.key);
  }

  private longest(): Line {
    let longest: Line = { key: '', places: 0, waiting: [] };
    for (const line of this.turns) if (line.waiting.length > longest.waiting.length) longest = line;
    return longest;
  }

  /**
   * How long a newcomer behind `own` others of its party would wait, by how fast those who waited were let in lately; by
   * how long nobody was, when all stands still.
   */
  private waitOf(own: number): number {
    let ahead = 1;
    for (const { waiting } of this.turns) ahead += Math.min(waiting.length, own + 1);
    const pauseMs = this.waiting === 0 ? 0 : this.bounds.now() - this.lastAdmission;
    return ahead * Math.max(this.intervalMs, pauseMs);
  }
}
