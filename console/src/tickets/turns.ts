/** What is last in line for each ticket. */
const lines = new Map<number, Promise<unknown>>();

/** A request that hangs holds up the next so long. The versions of tickets still keep them apart. */
const LONGEST_MS = 15_000;

/** Sends what is done to one ticket one after the other, so that nobody is stopped by their own changes. */
export function inTurn<T>(number: number, work: () => Promise<T>): Promise<T> {
  const mine = (lines.get(number) ?? Promise.resolve()).then(work);
  const ended = Promise.race([mine.catch(() => undefined), passing(LONGEST_MS)]).then(() => {
    if (lines.get(number) === ended) lines.delete(number);
  });
  lines.set(number, ended);
  return mine;
}

function passing(milliseconds: number): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, milliseconds));
}
