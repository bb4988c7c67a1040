import { useNavigate, useSearch } from '@tanstack/react-router';

/** What the address says, with changes; what a page's may say, the router knows only of a page that is named. */
export const searchWith = (changes: Readonly<Record<string, string>>) =>
  ((before: object) => ({ ...before, ...changes })) as never;

/** The address of the same page with this record's form open. */
export const editing = (id: string | number) => searchWith({ edit: String(id) });

/** Whose form the address says is open: a record's, an empty one (`new`) or none. */
export function useEdited(): { readonly edited: string | undefined; readonly close: () => void } {
  const { edit } = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    edited: edit,
    close: () => void navigate({ to: '.', search: (before: object) => ({ ...before, edit: undefined }) }),
  };
}
