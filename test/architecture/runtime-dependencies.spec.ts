import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Package {
  readonly dev?: boolean;
  readonly engines?: { readonly node?: string };
}

// semver comes with dependency-cruiser, a declared tool of ours.
const fromCruiser = createRequire(resolve('node_modules/dependency-cruiser/package.json'));
const { satisfies } = fromCruiser('semver') as { satisfies: (version: string, range: string) => boolean };

/** The oldest versions that package.json promises to run on. */
const VERSIONS = ['20.19.0', '22.13.0', '24.11.0'];
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
const installed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);

describe('what is installed to run the service', () => {
  it.each(VERSIONS)('allows Node %s', (version) => {
    const refusing = installed.filter(([, { engines }]) => !satisfies(version, engines?.node ?? '*'));
    expect(refusing.map(([path, { engines }]) => `${path} wants ${engines?.node}`)).toEqual([]);
  });

  it('is what package.json promises', () => {
    const range = packages['']?.engines?.node ?? '';
    expect(VERSIONS.every((version) => satisfies(version, range))).toBe(true);
    for (const older of ['20.18.3', '22.12.0', '23.11.0', '24.10.0']) expect(satisfies(older, range)).toBe(false);
    expect(installed.length).toBeGreaterThan(50);
  });
});
