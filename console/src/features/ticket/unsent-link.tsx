import { IconCloudOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { thread as text } from '#text/thread';
import { say } from '../../text/say';
import { useUnsent } from './outbox';
import classes from './unsent-link.module.css';

/** Says how much has not been sent, wherever people are, and leads to the first of it. */
export function UnsentLink() {
  const unsent = useUnsent();
  const first = unsent[0];
  if (!first) return null;
  return (
    <Link to="/tickets/$number" params={{ number: String(first.number) }} className={classes.link}>
      <IconCloudOff size={15} aria-hidden />
      {say(text.unsent.count, { count: unsent.length })}
    </Link>
  );
}
