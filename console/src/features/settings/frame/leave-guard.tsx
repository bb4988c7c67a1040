import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { settings as text } from '#text/settings';
import { shell } from '#text/shell';
import classes from './actions.module.css';

/** Asks before a form is left that holds what was not saved. */
export function LeaveGuard({ wouldLose }: { readonly wouldLose: () => boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: wouldLose,
    enableBeforeUnload: wouldLose,
    withResolver: true,
  });
  // Not there before: the Escape that asks to leave would go on to it, and close it at once.
  if (status !== 'blocked') return null;
  return (
    <Modal
      opened
      onClose={reset}
      title={text.leave.title}
      closeButtonProps={{ 'aria-label': shell.close }}
      zIndex={400}
    >
      <p className={classes.text}>{text.leave.hint}</p>
      <div className={classes.buttons}>
        <Button variant="default" data-autofocus onClick={reset}>
          {text.leave.stay}
        </Button>
        <Button color="red" onClick={proceed}>
          {text.leave.discard}
        </Button>
      </div>
    </Modal>
  );
}
