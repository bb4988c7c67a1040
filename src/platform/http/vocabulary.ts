/** A table of our words and a dialect's, to be read both ways. Several of ours may be one of theirs, never the reverse. */
export class Vocabulary<Ours extends string, Theirs extends string> {
  /** The dialect's words, each once. */
  readonly words: readonly Theirs[];
  private readonly entries: readonly (readonly [Ours, Theirs])[];

  constructor(private readonly table: Readonly<Record<Ours, Theirs>>) {
    this.entries = Object.entries(table) as [Ours, Theirs][];
    this.words = [...new Set(this.entries.map(([, theirs]) => theirs))];
  }

  say(ours: Ours): Theirs {
    return this.table[ours];
  }

  /** What a word means when something is set to it: the first of ours in the table. Throws on a word there is not. */
  read(theirs: Theirs): Ours {
    const found = this.entries.find(([, each]) => each === theirs);
    if (!found) throw new Error(`There is no word ${theirs}`);
    return found[0];
  }

  /** Everything that is said as this word: what a filter by it must find. Nothing for what is no word. */
  matching(theirs: unknown): readonly Ours[] {
    return this.entries.filter(([, each]) => each === theirs).map(([ours]) => ours);
  }
}
