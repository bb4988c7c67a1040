import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { settings } from '#text/settings';
import { api, dataOf, pageOf } from '../../../api/client';
import { type Column, OpenLink, RecordTable } from '../frame/record-table';
import { SettingsPage } from '../frame/settings-page';
import { useEdited } from '../frame/use-edited';
import { usePages } from '../frame/use-pages';
import type { Team } from '../users/queries';
import { TeamForm } from './team-form';

const text = settings.teams;

export default function TeamsPage() {
  const { edited, close } = useEdited();
  const records = usePages(['teams', 'list'], (cursor) =>
    pageOf(api.GET('/api/v1/teams', { params: { query: { ...cursor, limit: 50 } } })),
  );
  const editedId = Number(edited);
  const known = records.data?.find(({ id }) => id === editedId);
  const { data: asked } = useQuery({
    queryKey: ['teams', editedId],
    queryFn: () => dataOf(api.GET('/api/v1/teams/{id}', { params: { path: { id: editedId } } })),
    enabled: editedId > 0 && !known,
  });
  const team = known ?? asked;

  const columns: readonly Column<Team>[] = [
    { heading: settings.name, isWide: true, cell: ({ id, name }) => <OpenLink id={id}>{name}</OpenLink> },
    { heading: text.visibility, cell: ({ visibility }) => text.visibilities[visibility] },
    { heading: text.externalKey, cell: ({ external_key: key }) => key !== null && <code>{key}</code> },
  ];
  return (
    <SettingsPage title={text.title} lead={text.lead} add={text.add}>
      <RecordTable
        label={text.title}
        records={records}
        columns={columns}
        keyOf={({ id }) => id}
        empty={{ title: text.emptyTitle, hint: text.emptyHint, icon: <IconUsersGroup size={26} /> }}
      />
      {(edited === 'new' || team) && <TeamForm key={edited} team={team} close={close} />}
    </SettingsPage>
  );
}
