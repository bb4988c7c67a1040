import { Button, type ButtonProps, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { shell } from '#text/shell';
import { explain } from '../../../api/explain';
import classes from './actions.module.css';

interface ConfirmActionProps<R> extends ButtonProps {
  readonly label: string;
  readonly question: string;
  /** What follows from it. */
  readonly hint: string;
  readonly run: () => Promise<R>;
  readonly done: (result: R) => void;
}

/** A button for what cannot be taken back: it says what will follow, and asks. */
export function ConfirmAction<R>({ label, question, hint, run, done, ...button }: ConfirmActionProps<R>) {
  const [isOpen, setOpen] = useState(false);
  const action = useMutation({ mutationFn: run });
  const close = () => {
    setOpen(false);
    action.reset();
  };
  return (
    <>
      <Button variant="default" {...button} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={question}
        closeButtonProps={{ 'aria-label': shell.close }}
        zIndex={300}
      >
        <p className={classes.text}>{hint}</p>
        {action.isError && (
          <p className={classes.problem} role="alert">
            {explain(action.error)}
          </p>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={close}>
            {shell.cancel}
          </Button>
          <Button
            color="red"
            data-autofocus
            loading={action.isPending}
            onClick={() =>
              action.mutate(undefined, {
                onSuccess: (result) => {
                  setOpen(false);
                  done(result);
                },
              })
            }
          >
            {label}
          </Button>
        </div>
      </Modal>
    </>
  );
}
