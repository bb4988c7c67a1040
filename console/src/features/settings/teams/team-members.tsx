import { CloseButton, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settings } from '#text/settings';
import { api, dataOf, pageOf, type User } from '../../../api/client';
import { notify, notifyFailure } from '../../../shell/notices';
import { say } from '../../../text/say';
import { Face } from '../../../ui/face';
import { Failure } from '../../../ui/failure';
import { Waiting } from '../../../ui/waiting';
import { usePages } from '../frame/use-pages';
import { refreshPeople, type Team } from '../users/queries';
import classes from './team-members.module.css';

const text = settings.teams;
const PAUSE_MS = 200;

/** Who is in the team; each change counts at once. */
export function TeamMembers({ team }: { readonly team: Team }) {
  const members = usePages(['users', 'list', { team_id: team.id }], (cursor) =>
    pageOf(api.GET('/api/v1/users', { params: { query: { ...cursor, team_id: team.id, limit: 50 } } })),
  );
  const remove = useMutation({
    mutationFn: (userId: number) =>
      dataOf(
        api.DELETE('/api/v1/teams/{id}/members/{user_id}', { params: { path: { id: team.id, user_id: userId } } }),
      ),
    onSuccess: ({ name }) => {
      notify(say(text.memberRemoved, { name }));
      return refreshPeople();
    },
    onError: notifyFailure,
  });
  const { data, error, refetch } = members;
  return (
    <section className={classes.root} aria-labelledby="team-members">
      <h3 id="team-members" className={classes.title}>
        {text.members}
      </h3>
      {!data && (error ? <Failure error={error} retry={() => void refetch()} /> : <Waiting />)}
      {data?.length === 0 && <p className={classes.none}>{text.noMembers}</p>}
      <ul className={classes.list}>
        {data?.map(({ id, name, email }) => (
          <li key={id} className={classes.member}>
            <Face name={name} />
            <span className={classes.names}>
              <span>{name}</span>
              <span className={classes.email}>{email}</span>
            </span>
            <CloseButton
              aria-label={say(text.removeMember, { name })}
              disabled={remove.isPending}
              onClick={() => remove.mutate(id)}
            />
          </li>
        ))}
      </ul>
      <AddMember team={team} />
    </section>
  );
}

function AddMember({ team }: { readonly team: Team }) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const { data: found = [] } = useQuery({
    queryKey: ['users', 'found', asked],
    queryFn: async () => (await pageOf(api.GET('/api/v1/users', { params: { query: { q: asked, limit: 10 } } }))).items,
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const add = useMutation({
    mutationFn: (userId: number) =>
      dataOf(api.PUT('/api/v1/teams/{id}/members/{user_id}', { params: { path: { id: team.id, user_id: userId } } })),
    onSuccess: ({ name }) => {
      setTyped('');
      notify(say(text.memberAdded, { name }));
      return refreshPeople();
    },
    onError: notifyFailure,
  });
  const others = found.filter((user) => user.team?.id !== team.id);
  return (
    <Select
      label={text.addMember}
      description={text.addMemberHint}
      searchable
      // The server searches, in more than is shown.
      filter={({ options }) => options}
      data={asked === '' ? [] : others.map((user) => ({ value: String(user.id), label: labelOf(user) }))}
      value={null}
      searchValue={typed}
      disabled={add.isPending}
      nothingFoundMessage={asked === '' ? undefined : text.nobody}
      onSearchChange={setTyped}
      onChange={(id) => id !== null && add.mutate(Number(id))}
    />
  );
}

function labelOf({ name, email }: User): string {
  return email === null ? name : `${name} · ${email}`;
}
