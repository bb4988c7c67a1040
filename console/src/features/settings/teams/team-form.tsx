import { Select, TextInput } from '@mantine/core';
import { settings } from '#text/settings';
import { api, dataOf } from '../../../api/client';
import { notify } from '../../../shell/notices';
import { say } from '../../../text/say';
import { ConfirmAction } from '../frame/confirm-action';
import { FormDrawer } from '../frame/form-drawer';
import { useForm } from '../frame/use-form';
import { refreshPeople, type Team } from '../users/queries';
import { TeamMembers } from './team-members';

const text = settings.teams;
const VISIBILITIES = ['team', 'own'] as const;

interface TeamFormProps {
  /** Undefined for a new one. */
  readonly team: Team | undefined;
  readonly close: () => void;
}

export function TeamForm({ team, close }: TeamFormProps) {
  const path = { id: team?.id ?? 0 };
  const form = useForm(
    { name: team?.name ?? '', visibility: team?.visibility ?? 'team', externalKey: team?.external_key ?? '' },
    async ({ name, visibility, externalKey }) => {
      const body = { name, visibility, external_key: externalKey || null };
      const saved = team
        ? await dataOf(api.PATCH('/api/v1/teams/{id}', { params: { path }, body }))
        : await dataOf(api.POST('/api/v1/teams', { body }));
      await refreshPeople();
      return saved;
    },
    { taken: { field: 'external_key', text: text.keyTaken } },
  );
  return (
    <FormDrawer
      title={team?.name ?? text.new}
      form={form}
      submitLabel={team ? settings.save : settings.create}
      done={() => {
        notify(settings.saved);
        close();
      }}
      close={close}
      actions={
        team && (
          <ConfirmAction
            label={text.end}
            question={say(text.deleteQuestion, { name: team.name })}
            hint={text.deleteHint}
            run={async () => {
              await dataOf(api.DELETE('/api/v1/teams/{id}', { params: { path } }));
              await refreshPeople();
            }}
            done={() => {
              notify(say(text.deleted, { name: team.name }));
              close();
            }}
          />
        )
      }
      below={team && <TeamMembers team={team} />}
    >
      <TextInput label={settings.name} required maxLength={190} data-autofocus {...form.text('name')} />
      <Select
        label={text.visibility}
        data={VISIBILITIES.map((value) => ({ value, label: text.visibilities[value] }))}
        value={form.values.visibility}
        allowDeselect={false}
        error={form.errorOf('visibility')}
        onChange={(visibility) => form.change({ visibility: visibility as Team['visibility'] })}
      />
      <TextInput
        label={text.externalKey}
        description={text.externalKeyHint}
        maxLength={190}
        spellCheck={false}
        {...form.text('externalKey', 'external_key')}
      />
    </FormDrawer>
  );
}
