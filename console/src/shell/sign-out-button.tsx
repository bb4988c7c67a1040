import { Button } from '@mantine/core';
import { shell as text } from '#text/shell';
import { notifyFailure } from './notices';
import { signOut } from './sign-out';

export function SignOutButton() {
  return (
    <Button variant="light" onClick={() => void signOut().catch(notifyFailure)}>
      {text.signOut}
    </Button>
  );
}
