import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { settings } from '#text/settings';
import { api, dataOf, type Schemas } from '../../../api/client';
import { explain } from '../../../api/explain';
import { instantOf, say } from '../../../text/say';
import { StateBadge } from '../frame/state-badge';
import type { Provider } from './queries';
import classes from './token-test.module.css';

const text = settings.providers.test;

/** What a token would be worth, with what is wrong in it. */
export function TokenTest({ provider: { id } }: { readonly provider: Provider }) {
  const [token, setToken] = useState('');
  const test = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/tenant/identity-providers/{id}/test', {
          params: { path: { id } },
          body: { token: token.trim() },
        }),
      ),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    test.mutate();
  };
  return (
    <form className={classes.root} aria-labelledby="token-test" onSubmit={submit}>
      <div>
        <h3 id="token-test" className={classes.title}>
          {text.title}
        </h3>
        <p className={classes.lead}>{text.lead}</p>
      </div>
      <Textarea
        label={text.token}
        rows={4}
        maxLength={16_000}
        required
        spellCheck={false}
        autoComplete="off"
        className={classes.token}
        value={token}
        onChange={({ currentTarget: { value } }) => setToken(value)}
      />
      <div>
        <Button type="submit" variant="light" loading={test.isPending} disabled={token.trim() === ''}>
          {text.submit}
        </Button>
      </div>
      <div role="status">{test.data && <Result result={test.data} />}</div>
      {test.isError && (
        <p role="alert" className={classes.problem}>
          {explain(test.error)}
        </p>
      )}
    </form>
  );
}

function Result({ result }: { readonly result: Schemas['TestedTokenDto'] }) {
  const { accepted, explanation, identity, user_id: userId, claims, expires_at: expires } = result;
  const facts: readonly (readonly [string, string | null])[] = identity
    ? [
        [text.subject, identity.subject],
        [text.role, settings.users.roles[identity.role]],
        [text.team, identity.team],
        [text.name, identity.name],
        [text.email, identity.email],
        [text.account, userId === null ? text.accountNew : say(text.accountKnown, { id: userId })],
        [text.expires, expires && instantOf(expires)],
      ]
    : [];
  return (
    <div className={classes.result} data-accepted={accepted}>
      <StateBadge tone={accepted ? 'good' : 'bad'}>
        <strong>{accepted ? text.good : text.bad}</strong>
      </StateBadge>
      {!accepted && <p className={classes.explanation}>{explanation}</p>}
      {facts.length > 0 && (
        <dl className={classes.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value ?? settings.none}</dd>
            </div>
          ))}
        </dl>
      )}
      {claims && (
        <details className={classes.claims}>
          <summary>{text.says}</summary>
          <pre>{JSON.stringify(claims, null, 2)}</pre>
        </details>
      )}
    </div>
  );
}
