import { Select, TextInput } from '@mantine/core';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { settings } from '#text/settings';
import { api, pageOf, type User } from '../../../api/client';
import { useSession } from '../../../api/session';
import { Face } from '../../../ui/face';
import { type Column, OpenLink, RecordTable } from '../frame/record-table';
import { SettingsPage } from '../frame/settings-page';
import { StateBadge } from '../frame/state-badge';
import { useEdited } from '../frame/use-edited';
import { usePages } from '../frame/use-pages';
import { userQuery } from '../../../api/queries';
import { ROLES, teamsQuery, type TenantRole } from './queries';
import { UserForm } from './user-form';
import classes from './users-page.module.css';

const text = settings.users;
const route = getRouteApi('/signed-in/settings/users');

export default function UsersPage() {
  const { edited, close } = useEdited();
  const search = route.useSearch();
  const filter = {
    ...(search.q !== undefined && { q: search.q }),
    ...(ROLES.some((role) => role === search.role) && { role: search.role as TenantRole }),
    ...(search.team !== undefined && { team_id: Number(search.team) }),
  };
  const records = usePages(['users', 'list', filter], (cursor) =>
    pageOf(api.GET('/api/v1/users', { params: { query: { ...filter, ...cursor, limit: 50 } } })),
  );
  const editedId = Number(edited);
  // It may be on a page of the list that was not read.
  const known = records.data?.find(({ id }) => id === editedId);
  const { data: asked } = useQuery({ ...userQuery(editedId), enabled: editedId > 0 && !known });
  const user = known ?? (asked?.id === editedId ? asked : undefined);
  const session = useSession();

  const columns: readonly Column<User>[] = [
    {
      heading: settings.name,
      isWide: true,
      cell: ({ id, name, email }) => (
        <div className={classes.person}>
          <Face name={name} />
          <span className={classes.names}>
            <span>
              <OpenLink id={id}>{name}</OpenLink>
              {id === session?.userId && <span className={classes.email}> ({text.you})</span>}
            </span>
            <span className={classes.email}>{email}</span>
          </span>
        </div>
      ),
    },
    { heading: text.role, cell: ({ role }) => text.roles[role as TenantRole] },
    { heading: text.team, cell: ({ team }) => team?.name ?? null },
    {
      heading: settings.status,
      cell: ({ status }) => (
        <StateBadge tone={status === 'active' ? 'good' : 'off'}>
          {status === 'active' ? text.active : text.inactive}
        </StateBadge>
      ),
    },
  ];
  return (
    <SettingsPage title={text.title} lead={text.lead} add={text.add}>
      <Filters />
      <RecordTable
        label={text.title}
        records={records}
        columns={columns}
        keyOf={({ id }) => id}
        isDim={({ status }) => status !== 'active'}
        empty={{ title: text.emptyTitle, hint: text.emptyHint, icon: <IconUsers size={26} /> }}
      />
      {(edited === 'new' || user) && <UserForm key={edited} user={user} close={close} />}
    </SettingsPage>
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: teams = [] } = useQuery(teamsQuery);
  const [typed, setTyped] = useState(search.q ?? '');
  const narrow = (changes: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  return (
    <div className={classes.filters} role="search" aria-label={text.title}>
      <TextInput
        aria-label={text.search}
        placeholder={text.search}
        type="search"
        leftSection={<IconSearch size={16} />}
        className={classes.search}
        value={typed}
        maxLength={100}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          narrow({ q: value.trim() === '' ? undefined : value.trim() });
        }}
      />
      <Select
        aria-label={text.filterRole}
        placeholder={text.allRoles}
        clearable
        data={ROLES.map((role) => ({ value: role, label: text.roles[role] }))}
        value={search.role ?? null}
        onChange={(role) => narrow({ role: role ?? undefined })}
      />
      <Select
        aria-label={text.filterTeam}
        placeholder={text.allTeams}
        clearable
        searchable
        data={teams.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={search.team ?? null}
        onChange={(team) => narrow({ team: team ?? undefined })}
      />
    </div>
  );
}
