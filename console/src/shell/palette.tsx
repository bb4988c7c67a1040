import { useState } from 'react';
import { shell as text } from '#text/shell';
import { Chooser } from '../ui/chooser';
import { useAllCommands } from './commands';
import { Keys } from './keys';

/** Every command by its name, with its key beside it. */
export default function Palette({ close }: { readonly close: () => void }) {
  const all = useAllCommands();
  // As they were when it opened: by then the page's own commands are still there.
  const [commands] = useState(() =>
    all
      .filter(({ isKeyOnly }) => !isKeyOnly)
      .map((command) => ({ ...command, aside: command.keys !== undefined && <Keys keys={command.keys} /> })),
  );
  return (
    <Chooser
      title={text.palette.title}
      placeholder={text.palette.placeholder}
      none={text.palette.none}
      found={text.palette.results}
      choices={commands}
      choose={({ run }) => run()}
      close={close}
    />
  );
}
