import { Modal } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { say, type Phrase } from '../text/say';
import classes from './chooser.module.css';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly aside?: ReactNode;
  readonly isCurrent?: boolean;
}

interface ChooserProps<C extends Choice> {
  readonly title: string;
  readonly placeholder: string;
  /** Said when nothing is found, and how much is found. */
  readonly none: string;
  readonly found: Phrase;
  readonly choices: readonly C[];
  readonly choose: (choice: C) => void;
  readonly close: () => void;
}

/** A dialog with one field and a list below it that what is typed narrows down: for commands, people, values. */
export function Chooser<C extends Choice>(props: ChooserProps<C>) {
  const { title, placeholder, none, found: foundPhrase, choices, choose, close } = props;
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();

  const words = typed.toLowerCase().split(/\s+/);
  const found = choices.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  const chosen = Math.min(active, found.length - 1);

  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const take = (index: number) => {
    const choice = found[index];
    if (!choice) return;
    close();
    // Once the dialog has given the focus back, since what follows may take it.
    setTimeout(() => choose(choice));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) setActive((chosen + step + found.length) % found.length);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <Modal.Root opened onClose={close} size="560px" yOffset="12vh" transitionProps={{ duration: 80 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <div className={classes.field}>
          <IconSearch size={18} stroke={1.7} />
          <input
            className={classes.input}
            data-autofocus
            role="combobox"
            aria-label={title}
            aria-expanded
            aria-controls={`${id}-list`}
            aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
            placeholder={placeholder}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <ul id={`${id}-list`} role="listbox" aria-label={title} className={classes.list} ref={list}>
          {found.map((choice, index) => (
            <li
              key={choice.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className={classes.option}
              onMouseMove={() => setActive(index)}
              onClick={() => take(index)}
            >
              {choice.icon}
              <span className={classes.label}>{choice.label}</span>
              {choice.isCurrent && <IconCheck size={16} />}
              {choice.aside}
            </li>
          ))}
        </ul>
        <p className={found.length === 0 ? classes.none : 'visually-hidden'} role="status">
          {found.length === 0 ? none : say(foundPhrase, { count: found.length })}
        </p>
      </Modal.Content>
    </Modal.Root>
  );
}
