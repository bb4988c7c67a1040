import { Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { settings } from '#text/settings';
import { signIn } from '#text/sign-in';
import { api, dataOf, type User } from '../../../api/client';
import { useSession } from '../../../api/session';
import { notify, notifyFailure } from '../../../shell/notices';
import { say } from '../../../text/say';
import { MIN_PASSWORD } from '../../../api/passwords';
import { ConfirmAction } from '../frame/confirm-action';
import { FormDrawer } from '../frame/form-drawer';
import { useForm } from '../frame/use-form';
import { refreshPeople, ROLES, teamsQuery, type TenantRole } from './queries';

const text = settings.users;

interface UserFormProps {
  /** Undefined for a new one. */
  readonly user: User | undefined;
  readonly close: () => void;
}

export function UserForm({ user, close }: UserFormProps) {
  const session = useSession();
  const { data: teams = [] } = useQuery(teamsQuery);
  const isSelf = user?.id === session?.userId;
  const form = useForm(
    {
      ...{ name: user?.name ?? '', email: user?.email ?? '', password: '' },
      role: (user?.role ?? 'customer') as TenantRole,
      teamId: user?.team?.id ?? null,
    },
    async ({ name, email, password, role, teamId }) => {
      const body = { name, role, team_id: teamId, ...(password !== '' && { password }) };
      const saved = user
        ? await dataOf(
            api.PATCH('/api/v1/users/{id}', {
              params: { path: { id: user.id } },
              // Somebody of an identity provider may have none.
              body: { ...body, ...(email !== '' && { email }) },
            }),
          )
        : await dataOf(api.POST('/api/v1/users', { body: { ...body, email } }));
      await refreshPeople();
      return saved;
    },
    { taken: { field: 'email', text: text.emailTaken } },
  );
  const { values, change } = form;
  return (
    <FormDrawer
      title={user?.name ?? text.new}
      form={form}
      submitLabel={user ? settings.save : settings.create}
      done={({ name }) => {
        notify(user ? settings.saved : say(text.created, { name }));
        close();
      }}
      close={close}
      actions={user && !isSelf && <Actions user={user} close={close} />}
    >
      <TextInput label={settings.name} required maxLength={190} data-autofocus {...form.text('name')} />
      <TextInput
        label={text.email}
        type="email"
        required={!user}
        autoComplete="off"
        maxLength={190}
        {...form.text('email')}
      />
      <Select
        label={text.role}
        description={text.roleHints[values.role]}
        data={ROLES.map((role) => ({ value: role, label: text.roles[role] }))}
        value={values.role}
        allowDeselect={false}
        disabled={isSelf}
        error={form.errorOf('role')}
        onChange={(role) => change({ role: role as TenantRole })}
      />
      <Select
        label={text.team}
        description={text.teamHint}
        placeholder={text.noTeam}
        clearable
        searchable
        data={teams.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={values.teamId === null ? null : String(values.teamId)}
        error={form.errorOf('team_id')}
        onChange={(id) => change({ teamId: id === null ? null : Number(id) })}
      />
      <PasswordInput
        label={text.password}
        description={user ? text.newPasswordHint : say(text.passwordHint, { count: MIN_PASSWORD })}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': signIn.showPassword }}
        {...form.text('password')}
      />
    </FormDrawer>
  );
}

function Actions({ user: { id, name, status }, close }: { readonly user: User; readonly close: () => void }) {
  const setStatus = async (next: 'active' | 'inactive') => {
    await dataOf(api.PATCH('/api/v1/users/{id}', { params: { path: { id } }, body: { status: next } }));
    await refreshPeople();
  };
  const activate = useMutation({ mutationFn: () => setStatus('active'), onError: notifyFailure });
  const finish = (said: string) => {
    notify(say(said, { name }));
    close();
  };
  if (status !== 'active') {
    return (
      <Button
        variant="default"
        loading={activate.isPending}
        onClick={() => activate.mutate(undefined, { onSuccess: () => finish(text.activated) })}
      >
        {text.activate}
      </Button>
    );
  }
  return (
    <ConfirmAction
      label={text.deactivate}
      question={say(text.deactivateQuestion, { name })}
      hint={text.deactivateHint}
      run={() => setStatus('inactive')}
      done={() => finish(text.deactivated)}
    />
  );
}
