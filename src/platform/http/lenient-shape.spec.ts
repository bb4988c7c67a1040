import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../errors/domain-error.js';
import { TextField } from './fields.js';
import { LenientShape } from './lenient-shape.pipe.js';

class Letter {
  @TextField({ max: 20 })
  subject: string;
}

const pipe = new LenientShape(({ field, rules }) => `${field}: ${rules.join()}`);
const read = (value: unknown) => pipe.transform(value, { type: 'body', metatype: Letter });

describe('a lenient shape', () => {
  it('drops what its class does not name, whatever it is called', () => {
    const text = '{"subject":"Hi","constructor":1,"__proto__":{"a":1},"toString":1,"other":{"constructor":2}}';
    expect(read(JSON.parse(text))).toEqual({ subject: 'Hi' });
  });

  it.each([
    '{"constructor":1}',
    '{"constructor":{"prototype":{}}}',
    '{"a":[{"constructor":"x"}]}',
    '[{"constructor":1}]',
  ])('tells what is wrong with a field given as %s, and nothing else', (text) => {
    try {
      read({ subject: JSON.parse(text) as unknown });
      throw new Error('It was taken');
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(Object.keys((error as DomainError).details.errors ?? {})).toEqual(['subject']);
    }
  });

  it('takes a body that is no object for an empty one', () => {
    for (const body of [[], 'text', 1, null, undefined]) expect(() => read(body)).toThrow(DomainError);
  });
});
