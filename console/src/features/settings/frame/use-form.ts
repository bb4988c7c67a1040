import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { explain, fieldErrors } from '../../../api/explain';
import { isFailure } from '../../../api/failure';

type KeysOf<V, T> = { [K in keyof V]: V[K] extends T ? K : never }[keyof V] & string;

interface Options {
  /** The field that is meant when the API says that something exists already, and what to say of it. */
  readonly taken?: { readonly field: string; readonly text: string };
}

/** What a form holds, how it differs from what was saved, and what the API says of it. */
export interface Form<V, R = unknown> extends Saving<R> {
  readonly values: V;
  readonly change: (changes: Partial<V>) => void;
  readonly errorOf: (path: string) => string | undefined;
  readonly text: (name: KeysOf<V, string>, path?: string) => TextProps;
  readonly flag: (name: KeysOf<V, boolean>) => FlagProps;
}

/** What a form is apart from its fields. */
export interface Saving<R> {
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Of the form as a whole; undefined when nothing is wrong. */
  readonly problem: string | undefined;
  /** Saves, and calls `done` once that has succeeded. */
  readonly submit: (done: (result: R) => void) => void;
  /** Whether leaving would lose something, as of this very moment. */
  readonly wouldLose: () => boolean;
}

interface TextProps {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void;
}

interface FlagProps {
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: (event: { readonly currentTarget: { readonly checked: boolean } }) => void;
}

export function useForm<V extends object, R>(
  initial: V,
  save: (values: V) => Promise<R>,
  { taken }: Options = {},
): Form<V, R> {
  const [saved, setSaved] = useState(initial);
  const [values, setValues] = useState(initial);
  // A page is left in the same moment in which it is saved, before anything is drawn anew.
  const isJustSaved = useRef(false);
  const saving = useMutation({ mutationFn: save });
  const isTaken = taken !== undefined && isFailure(saving.error, 'already_exists');
  const errors = isTaken ? { [taken.field]: taken.text } : fieldErrors(saving.error);
  const isDirty = JSON.stringify(values) !== JSON.stringify(saved);

  const change = (changes: Partial<V>) => {
    isJustSaved.current = false;
    setValues((before) => ({ ...before, ...changes }));
  };
  // Of a list the API names the place that is wrong; the list is one field here.
  const errorOf = (path: string) =>
    Object.entries(errors).find(([each]) => each === path || each.startsWith(`${path}.`))?.[1];
  return {
    values,
    isDirty,
    isSaving: saving.isPending,
    problem: saving.isError ? (isTaken ? taken.text : explain(saving.error)) : undefined,
    change,
    errorOf,
    submit: (done) =>
      saving.mutate(values, {
        onSuccess: (result) => {
          isJustSaved.current = true;
          setSaved(values);
          done(result);
        },
      }),
    wouldLose: () => isDirty && !isJustSaved.current,
    text: (name, path = name) => ({
      name,
      value: values[name] as string,
      error: errorOf(path),
      onChange: ({ currentTarget: { value } }) => change({ [name]: value } as Partial<V>),
    }),
    flag: (name) => ({
      name,
      checked: values[name] as boolean,
      onChange: ({ currentTarget: { checked } }) => change({ [name]: checked } as Partial<V>),
    }),
  };
}
