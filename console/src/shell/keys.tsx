import { shownKeys } from './shortcuts';
import classes from './keys.module.css';

/** The key caps of a command, the first alternative only. */
export function Keys({ keys }: { readonly keys: string }) {
  const presses = shownKeys(keys)[0] ?? [];
  return (
    <span className={classes.keys}>
      {presses.flatMap((caps, press) =>
        caps.map((cap, index) => (
          <kbd key={`${press}-${index}`} className={classes.cap}>
            {cap}
          </kbd>
        )),
      )}
    </span>
  );
}
