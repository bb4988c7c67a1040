import { ABSENT, HEADERS, METHODS, PATHS, QUERIES, TYPES } from './tricks.mjs';
import { encoded, NEVER_GOOD, VALUES, write } from './values.mjs';

/** Makes requests that must change nothing, out of the documents; each says what is wrong with it. */
export class Requests {
  constructor(random, contracts, stage, forgeries) {
    this.random = random;
    this.contracts = contracts;
    this.operations = contracts.flatMap(({ operations }) => operations);
    this.stage = stage;
    this.forgeries = forgeries;
    const { owner, admin, agent, customer } = stage.people;
    // Who may do most is stopped latest, deep inside.
    this.credentials = [...[admin, admin, admin, admin], ...[agent, agent], ...[customer, customer], owner, stage.key];
  }

  next() {
    const { random } = this;
    const roll = random.int(100);
    if (roll < 30) return this.forged();
    if (roll < 38) return this.strayPath();
    if (roll < 43) return this.strayMethod();
    const operation = random.pick(this.operations);
    return operation.method === 'GET' ? this.curious(operation) : this.broken(operation);
  }

  /** A good request by somebody who is not whom they say. */
  forged() {
    const { random } = this;
    const forgery = random.pick(this.forgeries);
    const signed = ({ path }) => path.startsWith('/api/v1/client');
    // On that wire a request without a credential is nobody's, and some of it is for anybody.
    const takesNobody = ({ contract }) => contract.dialect === 'kinconecta';
    const takes = (each) =>
      !each.isPublic &&
      signed(each) === Boolean(forgery.signature) &&
      (!takesNobody(each) || 'authorization' in forgery.headers);
    const operation = random.pick(this.operations.filter(takes));
    return {
      ...{ what: `forged: ${forgery.name}`, operation, refused: [400, 401, 431] },
      ...this.#sent(operation, this.#path(operation, '1'), operation.body ? write(this.#sample(operation)) : undefined),
      headers: { ...(operation.body && { 'content-type': 'application/json' }), ...forgery.headers },
    };
  }

  /** A path that leads nowhere, or should. */
  strayPath() {
    const { random } = this;
    const path = random.chance(0.7) ? random.pick(PATHS) : `/api/v1/${encoded(random.pick(VALUES))}`;
    return { what: `path ${path.slice(0, 60)}`, method: 'GET', path, headers: this.#headers() };
  }

  strayMethod() {
    const operation = this.random.pick(this.operations);
    const method = this.random.pick(METHODS);
    const headers = { ...this.#headers(), 'content-length': '0' };
    return { what: `method ${method}`, method, path: this.#path(operation, '1'), headers };
  }

  /** A reading with parameters that nobody should send. */
  curious(operation) {
    const { random } = this;
    const named = operation.parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
    const value = () => encoded(random.pick(VALUES));
    const parts = random.some(QUERIES, 2);
    if (named.length > 0) parts.push(`${random.pick(named)}=${value()}`);
    const path = this.#path(operation, random.chance(0.5) ? '1' : null);
    const query = parts.filter(() => random.chance(0.8)).join('&');
    return { what: 'reading', operation, method: 'GET', path: `${path}?${query}`, headers: this.#headers(operation) };
  }

  /** A change that cannot be made: of something that is not there, or with a body that is wrong for sure. */
  broken(operation) {
    const { random } = this;
    const { body, method } = operation;
    const required = body?.required ?? [];
    const isNative = operation.contract.dialect === null;
    const hasId = operation.path.includes('{');
    const headers = { 'content-type': 'application/json', ...this.#headers(operation) };
    // What is put where nothing is comes into being.
    if (hasId && method !== 'PUT' && random.chance(0.3)) {
      const payload = body ? write(this.#sample(operation)) : undefined;
      return { what: 'absent', operation, ...this.#sent(operation, this.#path(operation, null), payload), headers };
    }
    const path = this.#path(operation, '1');
    if (random.chance(0.2)) {
      const payload = random.pick([
        '{',
        '[',
        '"',
        '{"a":}',
        '\u0000',
        '{}{}',
        "{'a':1}",
        'NaN',
        '\ufeff{"a":',
        Buffer.from('{"a":"\xff"}', 'latin1'),
        '{"a":1,"a":2}',
      ]);
      return { what: 'not JSON', operation, ...this.#sent(operation, path, payload), headers };
    }
    if (random.chance(0.2)) {
      const type = random.pick(TYPES.filter((each) => !/^application\/json/i.test(each)));
      const payload = random.pick([
        'a=b',
        '--b\r\n\r\n',
        '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nx',
        'x'.repeat(2_000),
      ]);
      return {
        what: `type ${type.slice(0, 40)}`,
        operation,
        ...this.#sent(operation, path, payload),
        headers: { ...headers, 'content-type': type },
      };
    }
    const sample = this.#sample(operation);
    for (const name of Object.keys(body?.properties ?? {})) if (random.chance(0.3)) sample[name] = random.pick(VALUES);
    // One thing that is wrong beyond doubt.
    if (isNative && (required.length === 0 || random.chance(0.3)))
      sample[random.pick(['__hostile', 'isAdmin', 'constructor', ''])] = random.pick(VALUES);
    else if (required.length > 0) this.#spoil(sample, random.pick(required));
    else return this.forged();
    const payload = random.chance(0.1) ? write(random.pick(NEVER_GOOD.slice(1))) : write(sample);
    const types = random.chance(0.1)
      ? { 'content-type': random.pick(['application/json; charset=utf-16', 'application/JSON', 'application/json;;;']) }
      : {};
    return {
      what: `body of ${method}`,
      operation,
      ...this.#sent(operation, path, payload),
      headers: { ...headers, ...types },
    };
  }

  #spoil(sample, name) {
    if (this.random.chance(0.2)) delete sample[name];
    else sample[name] = this.random.pick(NEVER_GOOD);
  }

  #sent({ method }, path, payload) {
    return { method, path, payload };
  }

  /** A body as the document's examples have it. */
  #sample({ contract, body }) {
    const sampled = {};
    for (const name of body?.required ?? []) {
      const schema = contract.resolve(body.properties[name]) ?? {};
      sampled[name] = body.properties[name].example ?? schema.example ?? (schema.type === 'object' ? {} : 'x');
    }
    return sampled;
  }

  /** The path with its places filled: by `id`, or, without one, by what names nothing. */
  #path({ path }, id) {
    return path.replace(/\{[^}]+\}/g, () => {
      if (id !== null) return id;
      const { random } = this;
      return random.chance(0.5) ? random.pick(ABSENT) : `x${encoded(random.pick(VALUES), 1_500)}`;
    });
  }

  /** Somebody's credential, or none; with headers that nobody should send. */
  #headers(operation) {
    const { random } = this;
    const headers = {};
    if (random.chance(0.85)) headers.authorization = `Bearer ${random.pick(this.credentials)}`;
    if (operation?.path.startsWith('/api/v1/client') && random.chance(0.9))
      headers['x-agency-signature'] = this.stage.daakey.signature();
    if (random.chance(0.4)) {
      for (const [name, value] of random.some(HEADERS, 3))
        Object.defineProperty(headers, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return headers;
  }
}
