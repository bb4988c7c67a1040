/** The list that somebody came from, so that they can go on to the next ticket of it. */
interface LastList {
  /** Where it is. */
  readonly href: string;
  readonly label: string;
  readonly numbers: readonly number[];
}

let last: LastList | null = null;

export function rememberList(list: LastList): void {
  last = list;
}

export function lastList(): LastList | null {
  return last;
}

/** The ticket so many places on in that list; undefined beyond its ends and for who came from elsewhere. */
export function neighbourOf(number: number, step: 1 | -1): number | undefined {
  const place = last?.numbers.indexOf(number) ?? -1;
  return place < 0 ? undefined : last?.numbers[place + step];
}
