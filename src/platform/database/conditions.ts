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

  get text(): string {
    return this.texts.map((text) => `(${text})`).join(' AND ') || '1 = 1';
  }
}
