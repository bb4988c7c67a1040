import { agoOf, instantOf } from '../text/say';
import { useMinute } from './minute';

/** How long ago something was; when exactly is said on hovering, and to machines. */
export function Ago({ at }: { readonly at: string }) {
  const now = useMinute();
  return (
    <time dateTime={at} title={instantOf(at)}>
      {agoOf(at, now)}
    </time>
  );
}
