import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { portal } from '#text/portal';
import { api, dataOf } from '../api/client';
import { explain, fieldErrors } from '../api/explain';
import { categoriesQuery } from '../api/queries';
import { usePageTitle } from '../ui/page-title';
import { useUploads } from '../writing/use-uploads';
import { WritingField } from '../writing/writing-field';
import { useDraft } from './draft';
import { FilesField } from './files-field';
import { refreshTickets } from './queries';

const text = portal.new;

/** `POST /tickets`. */
export default function NewTicketPage() {
  usePageTitle(text.title);
  const [, navigate] = useLocation();
  const { draft, write, finish } = useDraft('new');
  const [chosen, setChosen] = useState('');
  const uploads = useUploads();
  const { data: categories, isSuccess } = useQuery(categoriesQuery);
  const categoryId = Number(chosen || categories?.[0]?.id);

  const open = useMutation({
    mutationFn: () => {
      const { subject, body: description, key } = draft;
      return dataOf(
        api.POST('/api/v1/tickets', {
          headers: { 'idempotency-key': key },
          body: { subject, description, category_id: categoryId, attachment_ids: [...uploads.ids] },
        }),
      );
    },
    onSuccess: ({ number }) => {
      finish();
      void refreshTickets();
      navigate(`/tickets/${number}`);
    },
  });
  const errors = fieldErrors(open.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
  };
  if (isSuccess && categories.length === 0) return <p role="alert">{text.noCategories}</p>;
  return (
    <>
      <h1>{text.title}</h1>
      <form onSubmit={submit} className="form">
        <label>
          {text.subject}
          <input
            required
            maxLength={255}
            value={draft.subject}
            aria-invalid={errors['subject'] !== undefined}
            onChange={({ currentTarget }) => write({ subject: currentTarget.value })}
          />
        </label>
        <label>
          {text.category}
          <select value={categoryId} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
            {categories?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div>
          <span aria-hidden className="label">
            {text.description}
          </span>
          <WritingField
            label={text.description}
            value={draft.body}
            maxLength={20_000}
            rows={7}
            isRequired
            change={(body) => write({ body })}
            uploads={uploads}
          />
        </div>
        <FilesField uploads={uploads} />
        <p role="alert" className="problem">
          {open.isError && explain(open.error)}
        </p>
        {uploads.obstacle !== null && <p className="hint">{uploads.obstacle}</p>}
        <button type="submit" className="main" disabled={open.isPending || uploads.obstacle !== null}>
          {text.submit}
        </button>
      </form>
    </>
  );
}
