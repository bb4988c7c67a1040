import { useEffect } from 'react';
import { type Command, currentCommands } from './commands';

const SEQUENCE_MS = 1_000;
const DIALOG_MS = 500;
const OFF_KEY = 'polydesk.shortcuts-off';
const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);

/** Single keys can be turned off (WCAG 2.1.4); what needs Ctrl or ⌘ stays. */
export function areSingleKeysOff(): boolean {
  return localStorage.getItem(OFF_KEY) !== null;
}

export function turnSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(OFF_KEY);
  else localStorage.setItem(OFF_KEY, '1');
}

/** Listens for the keys of all commands that are registered. */
export function useShortcuts(): void {
  useEffect(() => {
    let pending = '';
    let timer = 0;
    let dialogBy = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = isTyping(event.target);
      // The dialog is there.
      if (typing) dialogBy = 0;
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      const pressed = nameOf(event);
      if (pressed === null) return;
      if (!typing && event.timeStamp < dialogBy) return event.preventDefault();
      const sequence = pending === '' ? pressed : `${pending} ${pressed}`;
      pending = '';
      window.clearTimeout(timer);
      const command = find(sequence, typing) ?? find(pressed, typing);
      if (command) {
        event.preventDefault();
        if (command.opensDialog) dialogBy = event.timeStamp + DIALOG_MS;
        command.run();
      } else if (!typing && startsSequence(pressed)) {
        pending = pressed;
        timer = window.setTimeout(() => (pending = ''), SEQUENCE_MS);
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function find(sequence: string, typing: boolean): Command | undefined {
  const isSingle = !sequence.includes('mod+');
  if (isSingle && areSingleKeysOff() && sequence !== 'escape') return undefined;
  return currentCommands().find(
    ({ keys, worksWhileTyping = false }) =>
      keys !== undefined && alternativesOf(keys).includes(sequence) && (!typing || worksWhileTyping),
  );
}

function startsSequence(pressed: string): boolean {
  if (areSingleKeysOff()) return false;
  return currentCommands().some(({ keys = '' }) => alternativesOf(keys).some((each) => each.startsWith(`${pressed} `)));
}

function alternativesOf(keys: string): readonly string[] {
  return keys.split(', ');
}

/** By the letter, not by the place on the keyboard, so that other layouts work. */
function nameOf(event: KeyboardEvent): string | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (['Shift', 'Control', 'Meta', 'Alt', 'AltGraph', 'Dead'].includes(key)) return null;
  const isMod = isApple ? metaKey : ctrlKey;
  if ((isApple ? ctrlKey : metaKey) || (altKey && !key.startsWith('Arrow'))) return null;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  const name = key === ' ' ? 'space' : key.toLowerCase();
  // A sign such as `?` takes Shift on some layouts only.
  return `${isMod ? 'mod+' : ''}${altKey ? 'alt+' : ''}${shiftKey && !isSign ? 'shift+' : ''}${name}`;
}

const TYPING =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]';

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  // Open menus and dialogs have keys of their own.
  return target.closest(`${TYPING}, [role=menu], [role=listbox], [role=dialog]`) !== null;
}

const SHOWN: Readonly<Record<string, string>> = {
  mod: isApple ? '⌘' : 'Ctrl',
  shift: '⇧',
  alt: isApple ? '⌥' : 'Alt',
  enter: '⏎',
  escape: 'Esc',
  space: 'Space',
  arrowup: '↑',
  arrowdown: '↓',
};

/** What to print on the key caps: of each alternative its presses, of each press its keys. */
export function shownKeys(keys: string): readonly (readonly (readonly string[])[])[] {
  return alternativesOf(keys).map((sequence) =>
    sequence.split(' ').map((press) => press.split('+').map((key) => SHOWN[key] ?? key.toUpperCase())),
  );
}
