import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type DialectWire, dialectWireAt } from '../../src/platform/http/dialect-wire.js';
import { openApiDocument } from '../../src/platform/http/docs/openapi-document.js';
import type { Answer, Method } from './answer.js';

type Schema = Record<string, unknown>;
interface Route {
  readonly pattern: RegExp;
  readonly literals: number;
  readonly operations: Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>;
}

class Contract {
  private readonly ajv: Ajv2020;
  private readonly routes: readonly Route[];
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(app: NestFastifyApplication, wire: DialectWire | null) {
    const document = closed(openApiDocument(app, wire)) as {
      paths: Record<string, Route['operations']>;
      components: unknown;
    };
    this.ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(this.ajv);
    this.ajv.addSchema({ $id: 'document', components: document.components });
    this.routes = Object.entries(document.paths).map(([path, operations]) => ({
      pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}/?$`),
      literals: path.split('/').filter((part) => !part.startsWith('{')).length,
      operations,
    }));
  }

  check(method: Method, url: string, { status, body }: Answer): void {
    const path = url.split('?')[0] ?? '';
    const route = this.routes
      .filter(({ pattern, operations }) => pattern.test(path) && method.toLowerCase() in operations)
      .toSorted((a, b) => b.literals - a.literals)[0];
    if (!route || status === 304 || body === undefined) return;
    const response = route.operations[method.toLowerCase()]?.responses[status];
    if (!response) throw new Error(`${method} ${path} answered ${status}, which its operation does not list`);
    const schema = response.content?.['application/json']?.schema;
    if (schema) this.validate(`${method} ${route.pattern.source} ${status}`, schema, body);
  }

  private validate(name: string, schema: Schema, body: unknown): void {
    let validator = this.validators.get(name);
    if (!validator) {
      const anchored = JSON.parse(
        JSON.stringify(schema).replaceAll('"#/components', '"document#/components'),
      ) as Schema;
      validator = this.ajv.compile(anchored);
      this.validators.set(name, validator);
    }
    if (!validator(body)) {
      throw new Error(`${name}: the answer is not what the document says: ${this.ajv.errorsText(validator.errors)}`);
    }
  }
}

/** Objects may have no property that the document does not name, unless it says that they are free. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)]));
  const isObjectSchema =
    [copy['type']].flat().includes('object') &&
    'properties' in copy &&
    !('required' in value && !Array.isArray(copy['required']));
  return isObjectSchema && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy;
}

const contracts = new WeakMap<NestFastifyApplication, Map<DialectWire | null, Contract>>();

/** Throws when the answer is not one the published document, the native one or the dialect's, allows. */
export function expectContract(app: NestFastifyApplication, method: Method, url: string, answer: Answer): void {
  const known = contracts.get(app) ?? new Map<DialectWire | null, Contract>();
  contracts.set(app, known);
  const wire = dialectWireAt(url);
  const contract = known.get(wire) ?? new Contract(app, wire);
  known.set(wire, contract);
  contract.check(method, url, answer);
}
