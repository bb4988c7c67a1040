interface Waiter {
  readonly admit: (leave: () => void) => void;
  readonly refuse: () => void;
}

/** One party: what it holds and who waits. */
interface Line {
  readonly key: string;
  places: number;
  readonly waiting: Waiter[];
  /** Nobody who waits in it is let in before this turn. */
  restsUntil: number;
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

/**
 * A party that waits rests for so many turns after each place, while others are about: most requests are through after so
 * many, and those of the others need not share each turn with one of whoever sends most.
 */
const REST = { turns: 3, othersMs: 100 };

/**
 * What a turn may take in a flood: what comes meanwhile is to be refused at once still. Much of a kind done on end takes
 * less than a little of each in turns, and writes of one turn are made durable together. It gives some places however long
 * refusing takes, as who only refuses does nothing. One party alone is a flood when no other was about for so long.
 */
const FLOOD = { turnMs: 10, leastPlaces: 4, othersMs: 5_000 };

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
 * never pauses would otherwise leave everybody waiting where nobody sees it. Only who asks for a first thing, and finds
 * nobody waiting for a first thing, need not wait for the next turn. While others are about, whoever waits rests for some
 * turns after each place. In a flood, when there is nobody to be let by, turns are longer and nobody rests.
 */
export class FairQueue {
  private readonly lines = new Map<string, Line>();
  /** Those that have somebody waiting, in the order of their turns. */
  private readonly turns = new Set<Line>();
  private readonly share: number;
  private taken = 0;
  private waiting = 0;
  private turn = 0;
  /** Those that were given a place in this turn. */
  private readonly served = new Set<string>();
  private isTurnAwaited = false;
  private isFlooded = false;
  /** Who was given a place last, and when that was another than the one before. */
  private lastServed?: string;
  private othersAt = -Infinity;
  /** Between two that were let in from among those who waited. */
  private intervalMs = FIRST_GUESS_MS;
  private lastAdmission = 0;

  constructor(private readonly bounds: QueueBounds) {
    this.share = Math.ceil(bounds.places / 2);
  }

  get hasWaiting(): boolean {
    return this.waiting > 0;
  }

  /** Whether nobody has more waiting than the party has. */
  isCrowdedBy(key: string): boolean {
    const own = this.lines.get(key)?.waiting.length ?? 0;
    return own > 0 && own >= this.longest().waiting.length;
  }

  /** Whether a request of the party would be refused at this moment. */
  refuses(key: string): boolean {
    if (this.isFreeFor(key)) return false;
    const own = this.lines.get(key)?.waiting.length ?? 0;
    // To make room where that leaves another no longer than the newcomer's only swaps the two.
    if (this.waiting >= this.bounds.waiting && own + 1 >= this.longest().waiting.length) return true;
    return this.waitOf(own) > this.bounds.waitMs;
  }

  /** Takes a place if there is one right now; gives what ends its use, null when one must wait. */
  tryEnter(key: string): (() => void) | null {
    return this.hasPlaceFor(key) ? this.take(this.lines.get(key) ?? this.open(key)) : null;
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

  private hasPlaceFor(key: string): boolean {
    return this.isFreeFor(key) && (this.served.size === 0 || this.mayPass(key));
  }

  /** Whether there is a place for the party, in this turn or in one of the next. */
  private isFreeFor(key: string): boolean {
    if (this.taken >= this.bounds.places) return false;
    const line = this.lines.get(key);
    return !line || (line.places < this.share && line.waiting.length === 0);
  }

  private mayPass(key: string): boolean {
    if (this.lines.has(key) || this.served.has(key)) return false;
    for (const { places, waiting } of this.turns) if (places === 0 && waiting.length === 1) return false;
    return true;
  }

  private open(key: string): Line {
    const line = { key, places: 0, waiting: [], restsUntil: 0 };
    this.lines.set(key, line);
    return line;
  }

  private take(line: Line): () => void {
    this.taken++;
    line.places++;
    this.serve(line);
    let isLeft = false;
    return () => {
      if (isLeft) return;
      isLeft = true;
      this.taken--;
      line.places--;
      this.drop(line);
      if (this.served.size === 0) this.admitNext();
    };
  }

  private serve(line: Line): void {
    const now = this.bounds.now();
    if (this.lastServed !== undefined && this.lastServed !== line.key) this.othersAt = now;
    this.lastServed = line.key;
    line.restsUntil = this.turn + (this.othersWereAbout(REST.othersMs) ? REST.turns : 1);
    this.served.add(line.key);
    this.awaitTurn();
  }

  private awaitTurn(): void {
    if (this.isTurnAwaited) return;
    this.isTurnAwaited = true;
    this.bounds.nextTurn(() => {
      this.isTurnAwaited = false;
      this.turn++;
      this.served.clear();
      this.isFlooded = this.isFlood();
      for (let more = this.isFlooded ? this.placesInFlood() : 1; more > 0; more--) this.admitNext();
    });
  }

  private admitNext(): void {
    if (this.taken >= this.bounds.places) return;
    const line = this.next();
    const waiter = line?.waiting[0];
    if (!line || !waiter) return;
    if (line.restsUntil > this.turn && !this.isFlooded) return this.awaitTurn();
    const now = this.bounds.now();
    this.intervalMs += SMOOTHING * (now - this.lastAdmission - this.intervalMs);
    this.lastAdmission = now;
    const leave = this.take(line);
    this.remove(line, waiter);
    // To the end of the turns.
    if (this.turns.delete(line)) this.turns.add(line);
    waiter.admit(leave);
  }

  /** Whose turn it is; one that rests when there is no other. */
  private next(): Line | undefined {
    let resting: Line | undefined;
    for (const line of this.turns) {
      if (line.places >= this.share) continue;
      if (line.restsUntil <= this.turn) return line;
      resting ??= line;
    }
    return resting;
  }

  /** Whether more wait than could be at work, and whoever is about is among them: not only one who sends most. */
  private isFlood(): boolean {
    const { places } = this.bounds;
    if (this.waiting <= places) return false;
    return this.waiting - this.longest().waiting.length > places || !this.othersWereAbout(FLOOD.othersMs);
  }

  /** How many are through in a turn of a flood, by how long each took lately. */
  private placesInFlood(): number {
    return Math.min(this.bounds.places, Math.max(FLOOD.leastPlaces, Math.floor(FLOOD.turnMs / this.intervalMs)));
  }

  private othersWereAbout(withinMs: number): boolean {
    return this.bounds.now() - this.othersAt < withinMs;
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
    let longest: Line = { key: '', places: 0, waiting: [], restsUntil: 0 };
    for (const line of this.turns) if (line.waiting.length > longest.waiting.length) longest = line;
    return longest;
  }

  /**
   * How long a newcomer behind `own` others of its party would wait, by how fast those who waited were let in lately; and
   * when all stands still, as long again as it has been.
   */
  private waitOf(own: number): number {
    // How fast it went is of a time that is over.
    if (this.waiting === 0) return 0;
    let ahead = 1;
    for (const { waiting } of this.turns) ahead += Math.min(waiting.length, own + 1);
    return this.bounds.now() - this.lastAdmission + ahead * this.intervalMs;
  }
}
