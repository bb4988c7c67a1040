import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { settings } from '#text/settings';
import { api, type Category, dataOf } from '../../../api/client';
import { notify, notifyFailure } from '../../../shell/notices';
import { say } from '../../../text/say';
import { ConfirmAction } from '../frame/confirm-action';
import { FormDrawer } from '../frame/form-drawer';
import { useForm } from '../frame/use-form';
import { refreshCategories } from './queries';

const text = settings.categories;

interface CategoryFormProps {
  /** Undefined for a new one. */
  readonly category: Category | undefined;
  readonly close: () => void;
}

export function CategoryForm({ category, close }: CategoryFormProps) {
  const form = useForm(
    { name: category?.name ?? '', slug: category?.slug ?? '', description: category?.description ?? '' },
    async ({ name, slug, description }) => {
      const body = { name, ...(slug !== '' && { slug }), description: description || null };
      const saved = category
        ? await dataOf(api.PATCH('/api/v1/categories/{id}', { params: { path: { id: category.id } }, body }))
        : await dataOf(api.POST('/api/v1/categories', { body }));
      await refreshCategories();
      return saved;
    },
    { taken: { field: 'slug', text: text.slugTaken } },
  );
  return (
    <FormDrawer
      title={category?.name ?? text.new}
      form={form}
      submitLabel={category ? settings.save : settings.create}
      done={() => {
        notify(settings.saved);
        close();
      }}
      close={close}
      actions={category && <Actions category={category} close={close} />}
    >
      <TextInput label={settings.name} required maxLength={190} data-autofocus {...form.text('name')} />
      <TextInput
        label={text.slug}
        description={text.slugHint}
        maxLength={63}
        autoCapitalize="none"
        spellCheck={false}
        {...form.text('slug')}
      />
      <Textarea
        label={text.description}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        {...form.text('description')}
      />
    </FormDrawer>
  );
}

function Actions({ category: { id, name, archived }, close }: { readonly category: Category; close: () => void }) {
  const path = { id };
  const archive = useMutation({
    mutationFn: (isArchived: boolean) =>
      dataOf(api.PATCH('/api/v1/categories/{id}', { params: { path }, body: { archived: isArchived } })),
    onSuccess: refreshCategories,
    onError: notifyFailure,
  });
  const toggle = () =>
    archive.mutate(!archived, {
      onSuccess: () => {
        const said = say(archived ? text.restoreDone : text.archiveDone, { name });
        notify(said, { undo: () => archive.mutate(archived) });
        close();
      },
    });
  return (
    <>
      <Button variant="default" loading={archive.isPending} onClick={toggle}>
        {archived ? text.restore : text.archive}
      </Button>
      <ConfirmAction
        label={settings.delete}
        question={say(text.deleteQuestion, { name })}
        hint={text.deleteHint}
        run={async () => {
          const { outcome } = await dataOf(api.DELETE('/api/v1/categories/{id}', { params: { path } }));
          await refreshCategories();
          return outcome;
        }}
        done={(outcome) => {
          notify(say(outcome === 'archived' ? text.archiveDone : text.deleted, { name }));
          close();
        }}
      />
    </>
  );
}
