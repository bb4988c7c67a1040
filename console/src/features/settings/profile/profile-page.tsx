import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { PasswordInput, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settings } from '#text/settings';
import { shell } from '#text/shell';
import { signIn } from '#text/sign-in';
import { api, dataOf, type Profile } from '../../../api/client';
import { isFailure } from '../../../api/failure';
import { MIN_PASSWORD } from '../../../api/passwords';
import { profileQuery, queryClient } from '../../../api/queries';
import { notify } from '../../../shell/notices';
import { areSingleKeysOff, turnSingleKeys } from '../../../shell/shortcuts';
import { SCHEMES, useTheme } from '../../../shell/theme-commands';
import { say } from '../../../text/say';
import { Failure } from '../../../ui/failure';
import { Waiting } from '../../../ui/waiting';
import { SettingsForm } from '../frame/form-drawer';
import { SettingsPage } from '../frame/settings-page';
import { useForm } from '../frame/use-form';
import classes from './profile-page.module.css';

const text = settings.profile;

export default function ProfilePage() {
  const { data: profile, error, refetch } = useQuery(profileQuery);
  if (!profile) return error ? <Failure error={error} retry={() => void refetch()} /> : <Waiting />;
  return (
    <SettingsPage title={text.title} lead={text.lead}>
      <div className={classes.sections}>
        <You profile={profile} />
        <Password />
        <Look />
        <Keyboard />
      </div>
    </SettingsPage>
  );
}

function You({ profile }: { readonly profile: Profile }) {
  const form = useForm({ name: profile.name }, async ({ name }) => {
    const changed = await dataOf(api.PATCH('/api/v1/auth/me', { body: { name } }));
    queryClient.setQueryData(profileQuery.queryKey, changed);
  });
  return (
    <section className={classes.section} aria-labelledby="profile-you">
      <h2 id="profile-you">{text.you}</h2>
      <dl className={classes.facts}>
        <dt>{text.email}</dt>
        <dd>{profile.email ?? settings.none}</dd>
        <dt>{text.role}</dt>
        <dd>{signIn.role[profile.role]}</dd>
      </dl>
      <SettingsForm form={form} submitLabel={settings.save} done={() => notify(settings.saved)}>
        <TextInput label={settings.name} required autoComplete="name" maxLength={190} {...form.text('name')} />
      </SettingsForm>
    </section>
  );
}

const NO_PASSWORD = { current: '', next: '' };

function Password() {
  // Emptied by beginning anew.
  const [round, setRound] = useState(0);
  return (
    <section className={classes.section} aria-labelledby="profile-password">
      <h2 id="profile-password">{text.password}</h2>
      <PasswordForm key={round} done={() => setRound(round + 1)} />
    </section>
  );
}

function PasswordForm({ done }: { readonly done: () => void }) {
  const [isWrong, setWrong] = useState(false);
  const form = useForm(NO_PASSWORD, async ({ current, next }) => {
    setWrong(false);
    try {
      await dataOf(api.POST('/api/v1/auth/password', { body: { current_password: current, new_password: next } }));
    } catch (error) {
      setWrong(isFailure(error, 'invalid_credentials'));
      throw error;
    }
  });
  const toggle = { 'aria-label': signIn.showPassword };
  return (
    <SettingsForm
      form={isWrong ? { ...form, problem: text.wrong } : form}
      submitLabel={text.change}
      done={() => {
        notify(text.changed);
        done();
      }}
    >
      <PasswordInput
        label={text.current}
        required
        autoComplete="current-password"
        visibilityToggleButtonProps={toggle}
        {...form.text('current', 'current_password')}
        error={isWrong ? text.wrong : form.errorOf('current_password')}
      />
      <PasswordInput
        label={text.next}
        description={say(text.nextHint, { count: MIN_PASSWORD })}
        required
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...form.text('next', 'new_password')}
      />
    </SettingsForm>
  );
}

function Look() {
  const { colorScheme, setColorScheme } = useTheme();
  return (
    <section className={classes.section} aria-labelledby="profile-look">
      <h2 id="profile-look">{text.look}</h2>
      <SegmentedControl
        aria-labelledby="profile-look"
        data={SCHEMES.map((value) => ({ value, label: text.themes[value] }))}
        value={colorScheme}
        onChange={(scheme) => setColorScheme(scheme)}
      />
    </section>
  );
}

function Keyboard() {
  const [areOff, setOff] = useState(areSingleKeysOff);
  return (
    <section className={classes.section} aria-labelledby="profile-keyboard">
      <h2 id="profile-keyboard">{text.keyboard}</h2>
      <Switch
        checked={!areOff}
        label={shell.cheatSheet.switchOff}
        description={shell.cheatSheet.switchOffHint}
        onChange={({ currentTarget: { checked } }) => {
          turnSingleKeys(checked);
          setOff(!checked);
        }}
      />
    </section>
  );
}
