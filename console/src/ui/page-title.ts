import { useEffect } from 'react';
import { shell } from '#text/shell';
import unreadIcon from './icon-unread.svg';

const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
const plainIcon = icon?.href ?? '';

let title = '';
let unread = 0;

/** Names the page in the browser's tab for as long as it is shown. */
export function usePageTitle(name: string): void {
  useEffect(() => {
    title = name;
    write();
    return () => {
      title = '';
      write();
    };
  }, [name]);
}

/** Puts how much waits to be read before the title, and a dot on the icon, which is all that narrow tabs show. */
export function showUnread(count: number): void {
  unread = count;
  write();
  if (icon) icon.href = count > 0 ? unreadIcon : plainIcon;
}

function write(): void {
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${title === '' ? '' : `${title} · `}${shell.product}`;
}
