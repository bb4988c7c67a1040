import { shell as text } from '#text/shell';
import { notify } from './notices';

/** Pages that came by plain http from another machine have no clipboard of the newer kind. */
export function copyText(content: string): void {
  if ('clipboard' in navigator) {
    navigator.clipboard.writeText(content).then(
      () => notify(text.copied),
      () => copyBySelecting(content),
    );
  } else {
    copyBySelecting(content);
  }
}

function copyBySelecting(content: string): void {
  const field = document.createElement('textarea');
  field.value = content;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  notify(isCopied ? text.copied : `${text.copyByHand} ${content}`);
}
