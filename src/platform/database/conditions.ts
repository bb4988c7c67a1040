/** What can be narrowed down: a query being built, or conditions that will go into one. */
export interface Narrowable {
  andWhere(text: string, values?: object): unknown;
}

/** What rows must fulfil, as text with named values. The text tells the shape of the query that it goes into. */
export class Conditions implements Narrowable {
  readonly values: Record<string, unknown> = {};
  private readonly texts: string[] = [];

  andWhere(text: string, values: object = {}): this {
    this.texts.push(text);
    Object.assign(this.values, values);
    return this;
  }

  /** Gives values that stand elsewhere in the query. */
  with(values: object): this {
    Object.assign(this.values, values);
    return this;
  }

  /** The same with names of its own, so that it can stand beside others in one query. */
  numbered(place: number): Conditions {
    const numbered = new Conditions();
    const names = (text: string) =>
      text.replace(/:(\.{3})?(\w+)/g, (whole, list: string | undefined, name: string) =>
        name in this.values ? `:${list ?? ''}${name}_${place}` : whole,
      );
    for (const text of this.texts) numbered.andWhere(names(text));
    for (const [name, value] of Object.entries(this.values)) numbered.values[`${name}_${place}`] = value;
    return numbered;
  }

  get text(): string {
    return this.texts.map((text) => `(${text})`).join(' AND ') || '1 = 1';
  }
}
