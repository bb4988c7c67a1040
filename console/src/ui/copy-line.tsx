import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { shell as text } from '#text/shell';
import { copyText } from '../shell/copy-text';
import { say } from '../text/say';
import classes from './copy-line.module.css';

interface CopyLineProps {
  readonly label: string;
  readonly value: string;
}

/** Something to be pasted elsewhere, as it is. */
export function CopyLine({ label, value }: CopyLineProps) {
  return (
    <div className={classes.line}>
      <div className={classes.label}>{label}</div>
      <code className={classes.value}>{value}</code>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCopy size={14} />}
        aria-label={say(text.copyWhat, { what: label })}
        onClick={() => copyText(value)}
      >
        {text.copy}
      </Button>
    </div>
  );
}
