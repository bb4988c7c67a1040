import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { shell } from '#text/shell';
import { trouble as text } from '#text/trouble';
import { ApiFailure } from '../api/failure';
import { explain } from '../api/explain';
import { Notable } from './notable';

/** In place of content that could not be had. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  if (error instanceof ApiFailure && error.status === 404) {
    return <Notable title={text.notFound} hint={text.notFoundHint} isAlert />;
  }
  return (
    <Notable icon={<IconCloudOff size={26} />} title={explain(error)} isAlert>
      {retry && (
        <Button variant="light" onClick={retry}>
          {shell.retry}
        </Button>
      )}
    </Notable>
  );
}
