import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { shell as text } from '#text/shell';
import { useAllCommands } from './commands';
import { areSingleKeysOff, shownKeys, turnSingleKeys } from './shortcuts';
import classes from './cheat-sheet.module.css';

const GROUPS = ['anywhere', 'list', 'ticket'] as const;

/** Which keys do what, here. */
export default function CheatSheet({ close }: { readonly close: () => void }) {
  const commands = useAllCommands();
  const [areOff, setOff] = useState(areSingleKeysOff);
  return (
    <Modal
      opened
      onClose={close}
      title={text.cheatSheet.title}
      size="760px"
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <div className={classes.groups}>
        {GROUPS.map((group) => {
          const shown = commands.filter((each) => each.group === group && each.keys !== undefined);
          if (shown.length === 0) return null;
          return (
            <section key={group}>
              <h3 className={classes.heading}>{text.groups[group]}</h3>
              <dl className={classes.list}>
                {shown.map(({ id, label, keys = '' }) => (
                  <div key={id} className={classes.row}>
                    <dt>{label}</dt>
                    <dd className={classes.keys}>
                      {shownKeys(keys).map((presses, index) => (
                        <span key={index} className={classes.alternative}>
                          {presses.map((caps, press) => (
                            <span key={press}>
                              {press > 0 && <span className={classes.then}>{text.cheatSheet.then}</span>}
                              {caps.map((cap) => (
                                <kbd key={cap} className={classes.cap}>
                                  {cap}
                                </kbd>
                              ))}
                            </span>
                          ))}
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <Switch
        className={classes.switch}
        checked={!areOff}
        onChange={({ currentTarget: { checked } }) => {
          turnSingleKeys(checked);
          setOff(!checked);
        }}
        label={text.cheatSheet.switchOff}
        description={text.cheatSheet.switchOffHint}
      />
    </Modal>
  );
}
