import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { Config, readConfig } from '../../src/platform/config/config.js';

const text = readFileSync('.env.example', 'utf8');
const examples = [...text.matchAll(/^#([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = '', value = '']) => ({
  name,
  value,
}));

/** Every property of the class is checked; the optional ones exist nowhere else at run time. */
const properties = getMetadataStorage()
  .getTargetValidationMetadatas(Config, '', true, false)
  .map(({ propertyName }) => propertyName);

describe('.env.example', () => {
  it('names exactly the properties of Config, each once', () => {
    expect(examples.map(({ name }) => name).toSorted()).toEqual([...new Set(properties)].toSorted());
    expect(properties).toEqual(expect.arrayContaining([...Object.keys(new Config()), 'JWT_SECRET']));
  });

  it('shows the defaults: uncommented as it stands, it changes nothing', () => {
    const written = Object.fromEntries(examples.map(({ name, value }) => [name, value]));
    expect(readConfig(written)).toEqual(readConfig({}));
    const shown = examples.filter(({ value }) => value !== '').map(({ name }) => name);
    const standard = Object.entries(new Config())
      .filter(([, value]) => String(value) !== '')
      .map(([name]) => name);
    expect(shown.toSorted()).toEqual(standard.toSorted());
  });

  it('sets nothing, and explains every variable on the line before', () => {
    const lines = text.split('\n');
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
    for (const { name } of examples) {
      const before = lines[lines.findIndex((line) => line.startsWith(`#${name}=`)) - 1];
      expect(before).toMatch(/^# .{5,}\.$/);
    }
  });
});
