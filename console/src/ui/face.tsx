import { initialsOf } from '../text/say';
import { asImage } from './as-image';
import classes from './face.module.css';

interface FaceProps {
  /** Empty for nobody. */
  readonly name: string;
  readonly size?: 'small' | 'normal';
  /** Says who it is where no name stands beside it. */
  readonly label?: string;
}

const HUES = 6;

/** A person's initials on a colour of their own. */
export function Face({ name, size = 'normal', label }: FaceProps) {
  const hue = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES;
  return (
    <span className={classes.face} data-size={size} data-hue={name === '' ? 'none' : hue} {...asImage(label)}>
      {initialsOf(name)}
    </span>
  );
}
