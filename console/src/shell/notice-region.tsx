import { Button, CloseButton } from '@mantine/core';
import { shell as text } from '#text/shell';
import { useCommands } from './commands';
import { dismissNotice, useNotices } from './notices';
import classes from './notice-region.module.css';

/** Where notices appear; spoken by screen readers as they come. */
export function NoticeRegion() {
  const notices = useNotices();
  const undoable = notices.findLast(({ undo }) => undo);
  const undo = (notice: typeof undoable) => {
    if (!notice) return;
    dismissNotice(notice.id);
    notice.undo?.();
  };
  useCommands([{ id: 'undo', label: text.undo, group: 'anywhere', keys: 'mod+z', run: () => undo(undoable) }]);
  return (
    <section aria-label={text.notices} className={classes.region}>
      <div aria-live="polite" aria-relevant="additions">
        {notices.map((notice) => (
          <div key={notice.id} className={classes.notice} data-tone={notice.tone}>
            <span className={classes.text}>{notice.text}</span>
            {notice.undo && (
              <Button size="compact-sm" variant="white" color="indigo.8" onClick={() => undo(notice)}>
                {text.undo}
              </Button>
            )}
            <CloseButton
              size="sm"
              variant="transparent"
              className={classes.close}
              aria-label={text.dismiss}
              onClick={() => dismissNotice(notice.id)}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
