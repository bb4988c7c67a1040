import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import { Button, Select, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { newTicket as text } from '#text/new-ticket';
import { ticket as ticketText } from '#text/ticket';
import { api, dataOf, type Priority } from '../../api/client';
import { explain, fieldErrors } from '../../api/explain';
import { categoriesQuery } from '../../api/queries';
import { notify } from '../../shell/notices';
import { say } from '../../text/say';
import { refreshLists } from '../../tickets/cache';
import { usePageTitle } from '../../ui/page-title';
import { AttachButton } from '../../writing/attach-button';
import { UploadList } from '../../writing/upload-list';
import { useUploads } from '../../writing/use-uploads';
import { WritingField } from '../../writing/writing-field';
import { emptyForm, forgetForm, keepForm, keptForm, type NewTicketForm } from './kept-form';
import { RequesterField } from './requester-field';
import classes from './new-ticket-page.module.css';

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

/** Opens a ticket for a customer who called, wrote elsewhere or stands at the desk. */
export default function NewTicketPage() {
  usePageTitle(text.title);
  const navigate = useNavigate();
  const [form, setForm] = useState<NewTicketForm>(keptForm);
  const [isRequesterMissing, setRequesterMissing] = useState(false);
  const uploads = useUploads();
  const { data: categories = [], isSuccess } = useQuery(categoriesQuery);
  const open = useMutation({ mutationFn: () => openTicket(form, uploads.ids) });
  const errors = fieldErrors(open.error);
  useEffect(() => keepForm(form), [form]);

  const change = (changes: Partial<NewTicketForm>) => setForm((before) => ({ ...before, ...changes }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setRequesterMissing(form.requester === null);
    if (form.requester === null) return;
    if (uploads.obstacle !== null) return void notify(uploads.obstacle, { tone: 'bad' });
    open.mutate(undefined, {
      onSuccess: (ticket) => {
        forgetForm();
        setForm(emptyForm());
        refreshLists();
        notify(say(text.opened, { reference: ticket.reference }));
        void navigate({ to: '/tickets/$number', params: { number: String(ticket.number) } });
      },
    });
  };

  return (
    <div className={classes.page}>
      <form className={classes.form} onSubmit={submit}>
        <header>
          <h1 className={classes.title}>{text.title}</h1>
          <p className={classes.lead}>{text.lead}</p>
        </header>
        <RequesterField
          typed={form.requesterTyped}
          type={(requesterTyped) => change({ requesterTyped, requester: null })}
          choose={(requester) => {
            setRequesterMissing(false);
            change({ requester, requesterTyped: requester.id === null ? requester.email : requester.name });
          }}
          error={errors['requester'] ?? (isRequesterMissing ? text.chooseRequester : undefined)}
        />
        {form.requester?.id === null && (
          <TextInput
            label={text.newName}
            required
            maxLength={190}
            value={form.requester.name}
            error={errors['requester.name']}
            onChange={({ currentTarget: { value } }) =>
              form.requester?.id === null && change({ requester: { ...form.requester, name: value } })
            }
          />
        )}
        <TextInput
          label={text.subject}
          required
          maxLength={255}
          value={form.subject}
          error={errors['subject']}
          onChange={({ currentTarget: { value } }) => change({ subject: value })}
        />
        <div>
          <div className={classes.label} aria-hidden>
            {text.description}
            <span className={classes.required}> *</span>
          </div>
          <WritingField
            label={text.description}
            value={form.description}
            maxLength={20_000}
            rows={6}
            isRequired
            change={(description) => change({ description })}
            uploads={uploads}
          />
          <UploadList uploads={uploads} />
          <AttachButton uploads={uploads} />
        </div>
        <div className={classes.row}>
          <Select
            label={text.category}
            required
            data={categories.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={form.categoryId ?? String(categories[0]?.id ?? '')}
            error={errors['category_id'] ?? (isSuccess && categories.length === 0 ? text.noCategories : undefined)}
            allowDeselect={false}
            onChange={(categoryId) => change({ categoryId })}
          />
          <Select
            label={text.priority}
            data={PRIORITIES.map((value) => ({ value, label: ticketText.priority[value] }))}
            value={form.priority}
            allowDeselect={false}
            onChange={(priority) => change({ priority: priority as Priority })}
          />
        </div>
        <TagsInput
          label={text.tags}
          description={text.tagsHint}
          value={[...form.tags]}
          maxTags={20}
          maxLength={40}
          onChange={(tags) => change({ tags })}
        />
        <div role="alert" className={classes.error}>
          {open.isError && Object.keys(errors).length === 0 && explain(open.error)}
        </div>
        <Button type="submit" loading={open.isPending}>
          {text.submit}
        </Button>
      </form>
    </div>
  );
}

async function openTicket(form: NewTicketForm, attachmentIds: readonly number[]) {
  const { requester, subject, description, priority, tags, key } = form;
  const categoryId = form.categoryId ?? (await firstCategory());
  return dataOf(
    api.POST('/api/v1/tickets', {
      headers: { 'idempotency-key': key },
      body: {
        ...{ subject, description, priority, tags: [...tags] },
        ...(categoryId !== undefined && { category_id: Number(categoryId) }),
        ...(attachmentIds.length > 0 && { attachment_ids: [...attachmentIds] }),
        ...(requester && {
          requester: requester.id === null ? { name: requester.name, email: requester.email } : { id: requester.id },
        }),
      },
    }),
  );
}

async function firstCategory(): Promise<number | undefined> {
  return (await dataOf(api.GET('/api/v1/categories')))[0]?.id;
}
