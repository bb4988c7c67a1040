/** Makes what is looked at an image to screen readers: it says its label, or nothing beside a word that does. */
export function asImage(label: string | undefined) {
  return label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label };
}
