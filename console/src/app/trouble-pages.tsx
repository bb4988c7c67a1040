import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { trouble as text } from '#text/trouble';
import { Notable } from '../ui/notable';

export function NotFound() {
  return (
    <Notable title={text.notFound} hint={text.notFoundHint}>
      <Button component={Link} to="/" variant="light">
        {text.backToInbox}
      </Button>
    </Notable>
  );
}

export function Crashed() {
  return (
    <Notable title={text.crashed} hint={text.crashedHint}>
      <Button onClick={() => window.location.reload()}>{text.reload}</Button>
    </Notable>
  );
}
