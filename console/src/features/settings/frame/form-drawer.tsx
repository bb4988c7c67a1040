import { Button, Drawer } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { settings as text } from '#text/settings';
import { shell } from '#text/shell';
import { LeaveGuard } from './leave-guard';
import type { Saving } from './use-form';
import classes from './form-drawer.module.css';

interface FormDrawerProps<R> {
  readonly title: string;
  readonly form: Saving<R>;
  readonly submitLabel: string;
  readonly done: (result: R) => void;
  readonly close: () => void;
  /** What else can be done with the record, apart from its fields. */
  readonly actions?: ReactNode;
  /** What stands below the form and is none of it. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** A record's form beside the table that it belongs to. */
export function FormDrawer<R>(props: FormDrawerProps<R>) {
  const { title, form, submitLabel, done, close, actions, below, children } = props;
  return (
    <SideDrawer title={title} close={close}>
      <SettingsForm form={form} submitLabel={submitLabel} done={done} cancel={close} actions={actions}>
        {children}
      </SettingsForm>
      {below}
    </SideDrawer>
  );
}

interface SideDrawerProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

export function SideDrawer({ title, close, children }: SideDrawerProps) {
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="500px"
      title={title}
      classNames={{ title: classes.title }}
      closeButtonProps={{ 'aria-label': shell.close }}
      overlayProps={{ backgroundOpacity: 0.3 }}
      transitionProps={{ duration: 0 }}
    >
      {children}
    </Drawer>
  );
}

interface SettingsFormProps<R> {
  readonly form: Saving<R>;
  readonly submitLabel: string;
  readonly done: (result: R) => void;
  readonly cancel?: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The fields with what saves them, guarded against being left. */
export function SettingsForm<R>({ form, submitLabel, done, cancel, actions, children }: SettingsFormProps<R>) {
  const element = useRef<HTMLFormElement>(null);
  const { problem, isSaving, isDirty, submit, wouldLose } = form;

  useEffect(() => {
    if (problem !== undefined) element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problem]);

  return (
    <form
      ref={element}
      className={classes.form}
      // What is wrong with the fields the API says, of all at once.
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit(done);
      }}
    >
      {children}
      <div role="alert" className={classes.problem}>
        {problem}
      </div>
      <div className={classes.foot}>
        <Button type="submit" loading={isSaving} disabled={!isDirty}>
          {submitLabel}
        </Button>
        {cancel && (
          <Button variant="default" onClick={cancel}>
            {shell.cancel}
          </Button>
        )}
        {isDirty && !isSaving && <span className={classes.unsaved}>{text.unsaved}</span>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      <LeaveGuard wouldLose={wouldLose} />
    </form>
  );
}
