import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The published documents: what can be asked, and what may be answered. The native one first. */
export async function readDocuments(url) {
  const native = await read(url, '/docs/openapi.json');
  const dialects = [...native.info.description.matchAll(/\(\/docs\/([a-z]+)\)/g)].map(([, name]) => name);
  const others = await Promise.all(dialects.map((name) => read(url, `/docs/${name}/openapi.json`)));
  return [native, ...others].map((document, index) => new Contract(index === 0 ? null : dialects[index - 1], document));
}

async function read(url, path) {
  const answer = await fetch(`${url}${path}`);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

/** A document: its operations, and a judge of answers. */
export class Contract {
  #ajv = new Ajv2020({ strict: false, allErrors: false, verbose: false });
  #validators = new Map();

  constructor(dialect, document) {
    this.dialect = dialect;
    this.schemas = document.components?.schemas ?? {};
    const judged = closed(document);
    formats.default(this.#ajv);
    this.#ajv.addSchema({ $id: 'document', components: judged.components });
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      METHODS.filter((method) => method in methods).map((method) => ({
        contract: this,
        method: method.toUpperCase(),
        path,
        isPublic: methods[method].security === undefined,
        parameters: methods[method].parameters ?? [],
        body: this.resolve(methods[method].requestBody?.content?.['application/json']?.schema),
        takesFiles: 'multipart/form-data' in (methods[method].requestBody?.content ?? {}),
        responses: judged.paths[path][method].responses,
      })),
    );
  }

  resolve(schema) {
    const reference = schema?.$ref ?? schema?.allOf?.[0]?.$ref;
    return reference ? this.schemas[reference.split('/').at(-1)] : schema;
  }

  /** What is wrong with an answer by the document; undefined when nothing is. */
  wrongIn({ responses, method, path }, { status, type, body }) {
    if (status === 304 || status === 431) return undefined;
    const response = responses[status];
    if (!response) return `${status} is not documented`;
    const schema = response.content?.['application/json']?.schema;
    if (!schema) return undefined;
    if (!type.startsWith('application/json') || body === undefined) return `${status} is not JSON but ${type}`;
    return this.#wrongBy(`${method} ${path} ${status}`, schema, body);
  }

  /** The same for a failure of no operation at all. */
  wrongInFailure({ type, body }) {
    if (!type.startsWith('application/json') || body === undefined) return `a failure is not JSON but ${type}`;
    const { responses } = this.operations[0];
    const schema = Object.entries(responses).find(([status]) => status >= 400)?.[1].content['application/json'].schema;
    return this.#wrongBy('failure', schema, body);
  }

  #wrongBy(name, schema, body) {
    let validator = this.#validators.get(name);
    if (!validator) {
      validator = this.#ajv.compile(
        JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components')),
      );
      this.#validators.set(name, validator);
    }
    return validator(body) ? undefined : this.#ajv.errorsText(validator.errors).slice(0, 200);
  }
}

/** Objects may have no property that the document does not name, unless it says that they are free. */
function closed(value) {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)]));
  const isSchema =
    [copy.type].flat().includes('object') &&
    'properties' in copy &&
    !('required' in value && !Array.isArray(copy.required));
  return isSchema && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy;
}
