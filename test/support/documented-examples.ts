import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { Client, Method } from './client.js';

/** A request as a vendor's documentation prints it, and the answer printed with it. */
interface Example {
  /** What it shows and where it is printed. */
  readonly name: string;
  /** What must have happened before: an action of the spec. */
  readonly before?: string;
  /** Who sends it: a sender of the spec. */
  readonly as: string;
  readonly request: {
    readonly method: Method;
    /** `{name}` stands for something saved from an answer before. */
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly response: { readonly status: number; readonly body: unknown };
  /** Paths of values that another server, day or database makes another; their type and form stay. `*` is any index. */
  readonly varies?: readonly string[];
  /** Values of the answer to keep for later examples, by their paths. */
  readonly save?: Readonly<Record<string, string>>;
}

/** Who takes part in a file of examples. */
interface Cast {
  readonly senders: Readonly<Record<string, Client>>;
  /** What is done outside the wire; with what was saved so far. */
  readonly actions?: Readonly<Record<string, (saved: (name: string) => string) => Promise<unknown>>>;
}

/**
 * A test for each example in a file beside the spec, in their order: sent as printed, answered as printed, to the order
 * of the keys.
 */
export function testExamples(file: string, cast: () => Cast): void {
  const examples = JSON.parse(readFileSync(file, 'utf8')) as readonly Example[];
  const saved = new Map<string, unknown>();
  it.each(examples.map((example) => [example.name, example] as const))('%s', async (_name, example) => {
    const { request, response, varies = [], save = {} } = example;
    const { senders, actions = {} } = cast();
    if (example.before !== undefined) await actions[example.before]!((name) => String(saved.get(name)));
    const path = request.path.replace(/\{(\w+)\}/g, (_, name: string) => String(saved.get(name)));
    const { body, headers } = request;
    const answer = await senders[example.as]!.send(request.method, path, { body, headers });
    expect([answer.status, keysOf(answer.body)]).toEqual([response.status, keysOf(response.body)]);
    expect(formed(answer.body, varies)).toEqual(formed(response.body, varies));
    for (const [name, at] of Object.entries(save)) saved.set(name, valueAt(answer.body, at));
  });
}

/** The keys of all objects in their order. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, each]) => [key, keysOf(each)]);
}

/** The value with what varies replaced by its form. */
function formed(value: unknown, varies: readonly string[], path = ''): unknown {
  if (varies.some((each) => each === path)) return formOf(value);
  const inner = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(value)) return value.map((each) => formed(each, varies, inner('*')));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, formed(each, varies, inner(key))]));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** `2024-01-15T10:00:00Z` → `dddd-dd-ddTdd:dd:ddZ`; numbers within other texts may have any length. */
function formOf(value: unknown): unknown {
  if (typeof value !== 'string') return value === null ? null : typeof value;
  if (value === 'uuid' || UUID.test(value)) return 'a UUID';
  if (/^[0-9a-f]{24}$/.test(value)) return '24 hexadecimal digits';
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return value.replace(/\d/g, 'd');
  return value.replace(/\d+/g, 'd');
}

function valueAt(body: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], body);
}
