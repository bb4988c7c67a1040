import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { newTicket as text } from '#text/new-ticket';
import { api, pageOf, type User } from '../../api/client';
import { say } from '../../text/say';
import { Face } from '../../ui/face';
import classes from './requester-field.module.css';

/** Somebody who is known, or is not yet. */
export type Requester =
  | { readonly id: number; readonly name: string; readonly email: string | null }
  | { readonly id: null; readonly name: string; readonly email: string };

interface RequesterFieldProps {
  readonly typed: string;
  readonly type: (typed: string) => void;
  readonly choose: (requester: Requester) => void;
  readonly error: string | undefined;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PAUSE_MS = 200;

/** Finds a customer by a part of their name or e-mail; a whole address that nobody has may be added. */
export function RequesterField({ typed, type, choose, error }: RequesterFieldProps) {
  const combobox = useCombobox();
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['users', 'customers', asked],
    queryFn: () => findCustomers(asked),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });
  const isNew = EMAIL.test(typed.trim()) && !found.some(({ email }) => email === typed.trim().toLowerCase());

  const submit = (value: string) => {
    const user = found.find(({ id }) => String(id) === value);
    choose(user ?? { id: null, name: '', email: typed.trim() });
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={submit} shadow="md">
      <Combobox.Target>
        <TextInput
          label={text.requester}
          description={text.requesterHint}
          required
          autoComplete="off"
          error={error}
          value={typed}
          rightSection={isFetching && <Loader size="xs" aria-hidden />}
          onChange={({ currentTarget }) => {
            type(currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => typed !== '' && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed.trim() === ''}>
        <Combobox.Options aria-label={text.requester}>
          {found.map((user) => (
            <Combobox.Option key={user.id} value={String(user.id)} className={classes.option}>
              <Face name={user.name} />
              <span className={classes.text}>
                <span>{user.name}</span>
                <span className={classes.email}>{user.email}</span>
              </span>
            </Combobox.Option>
          ))}
          {isNew && <Combobox.Option value="new">{say(text.requesterNew, { email: typed.trim() })}</Combobox.Option>}
          {found.length === 0 && !isNew && !isFetching && <Combobox.Empty>{text.requesterNone}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

async function findCustomers(q: string): Promise<readonly User[]> {
  const query = { q, role: 'customer', limit: 8 } as const;
  return (await pageOf(api.GET('/api/v1/users', { params: { query } }))).items;
}
