import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState, memo } from 'react';
import { inbox as text } from '#text/inbox';
import { useCommands } from '../../shell/commands';
import { Keys } from '../../shell/keys';
import classes from './search-box.module.css';

interface SearchBoxProps {
  readonly value: string;
  readonly change: (value: string) => void;
}

/** Long enough not to search for every letter, short enough to feel at once. */
const PAUSE_MS = 250;

export const SearchBox = memo(function SearchBox({ value, change }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  // The address has changed otherwise: by another view, by going back.
  if (value !== shown) {
    setShown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = window.setTimeout(() => {
      setShown(typed.trim());
      change(typed.trim());
    }, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [typed, value, change]);

  useCommands([
    { id: 'search', label: text.keys.focusSearch, group: 'anywhere', keys: '/', run: () => input.current?.select() },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    event.preventDefault();
    if (event.key === 'Escape') setTyped('');
    input.current?.blur();
  };

  return (
    <TextInput
      ref={input}
      type="search"
      role="searchbox"
      className={classes.box}
      aria-label={text.search.label}
      placeholder={text.search.placeholder}
      leftSection={<IconSearch size={16} stroke={1.8} />}
      rightSection={
        typed === '' ? (
          <Keys keys="/" />
        ) : (
          <CloseButton size="sm" aria-label={text.search.clear} onClick={() => setTyped('')} />
        )
      }
      maxLength={200}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
});
