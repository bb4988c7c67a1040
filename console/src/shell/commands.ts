import { useEffect, useRef, useSyncExternalStore } from 'react';

export type CommandGroup = 'anywhere' | 'list' | 'ticket';

/**
 * What can be done here: by its key, from the palette, and by the button or row that the screen shows for it. `keys` is a
 * key (`e`, `shift+e`, `mod+enter`) or a sequence (`g i`), alternatives apart by a comma.
 */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: CommandGroup;
  readonly keys?: string;
  /** Movements and the like, of which a palette is no place. */
  readonly isKeyOnly?: boolean;
  /** Also while typing. For combinations that no text has. */
  readonly worksWhileTyping?: boolean;
  /** Keys that come before the dialog is there are meant for it, and must not do anything else. */
  readonly opensDialog?: boolean;
  readonly run: () => void;
}

interface Registration {
  commands: readonly Command[];
}

let registrations: readonly Registration[] = [];
let snapshot: readonly Command[] = [];
const listeners = new Set<() => void>();

/** Offers commands for as long as the component is shown; the last ones registered win over others with their keys. */
export function useCommands(commands: readonly Command[]): void {
  const registration = useRef<Registration>({ commands });
  useEffect(() => {
    registration.current.commands = commands;
  });
  useEffect(() => {
    const mine = registration.current;
    registrations = [mine, ...registrations];
    changed();
    return () => {
      registrations = registrations.filter((each) => each !== mine);
      changed();
    };
  }, []);
}

/** All there are, the last registered first; of those with one id only the first. */
export function currentCommands(): readonly Command[] {
  const seen = new Set<string>();
  return registrations.flatMap(({ commands }) => commands).filter(({ id }) => !seen.has(id) && seen.add(id).size > 0);
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => snapshot);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  snapshot = currentCommands();
  for (const listener of listeners) listener();
}
