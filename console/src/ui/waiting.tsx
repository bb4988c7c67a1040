import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { trouble as text } from '#text/trouble';
import classes from './waiting.module.css';

/** What comes sooner is not worth a sign that flickers. */
const PATIENCE_MS = 300;

export function Waiting() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), PATIENCE_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className={classes.root} role="status">
      {isLong && <Loader size="sm" aria-hidden />}
      <span className="visually-hidden">{text.loading}</span>
    </div>
  );
}
