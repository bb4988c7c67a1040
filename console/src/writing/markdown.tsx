import { memo, useMemo } from 'react';
import { htmlOf } from './markdown-html';
import classes from './markdown.module.css';

function Rendered({ text }: { readonly text: string }) {
  const html = useMemo(() => htmlOf(text), [text]);
  return <div className={classes.text} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** What somebody wrote, laid out. */
export const Markdown = memo(Rendered);
