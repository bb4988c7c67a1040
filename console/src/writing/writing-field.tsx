import { type ClipboardEvent, type DragEvent, type KeyboardEvent, type Ref, useState } from 'react';
import { writing as text } from '#text/writing';
import type { Uploads } from './use-uploads';
import classes from './writing-field.module.css';

interface WritingFieldProps {
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly maxLength: number;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly rows?: number;
  readonly change: (value: string) => void;
  readonly uploads: Uploads;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** A field for a text with files: those that are pasted or dropped are attached. */
export function WritingField(props: WritingFieldProps) {
  const { ref, label, placeholder, value, maxLength, rows = 4, change, uploads, onKeyDown } = props;
  const { isRequired = false, isReadOnly = false } = props;
  const [isOver, setOver] = useState(false);
  const paste = (event: ClipboardEvent) => {
    const { files } = event.clipboardData;
    if (files.length === 0) return;
    event.preventDefault();
    if (!isReadOnly) uploads.add(files);
  };
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    if (!isReadOnly) uploads.add(event.dataTransfer.files);
  };
  return (
    <div className={classes.root} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      <textarea
        ref={ref}
        className={classes.field}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        rows={rows}
        maxLength={maxLength}
        required={isRequired}
        readOnly={isReadOnly}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        onPaste={paste}
        onKeyDown={onKeyDown}
      />
      {isOver && <div className={classes.over}>{text.dropHere}</div>}
    </div>
  );
}
