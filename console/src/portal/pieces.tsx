import { portal as text } from '#text/portal';
import { explain } from '../api/explain';
import { ApiFailure } from '../api/failure';
import { Notable } from '../ui/notable';

export function Loading() {
  return (
    <p role="status" className="loading">
      {text.loading}
    </p>
  );
}

interface TroubleProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** In place of what could not be had. */
export function Trouble({ error, retry }: TroubleProps) {
  if (error instanceof ApiFailure && error.status === 404) {
    return <Notable title={text.notFound} hint={text.notFoundHint} isAlert />;
  }
  return (
    <Notable title={explain(error)} isAlert>
      <button type="button" onClick={retry}>
        {text.retry}
      </button>
    </Notable>
  );
}

type Status = keyof typeof text.status;

export function StatusWord({ status }: { readonly status: Status }) {
  return (
    <span className="status" data-status={status}>
      {text.status[status]}
    </span>
  );
}
