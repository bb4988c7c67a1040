import { existsSync, readdirSync } from 'node:fs';

/** Tests of dialects whose folder was taken away: a dialect can go without a trace. */
const goneDialects = readdirSync('test/dialects', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !existsSync(`src/dialects/${entry.name}`))
  .map((entry) => `<rootDir>/test/dialects/${entry.name}/`);

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  // Imports name the compiled file (./x.js), the tests run the source (./x.ts). `js` comes first, or packages that
  // bring their sources along would be run from those.
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'es6' },
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          // Must mean the same as in tsconfig.json.
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
};

export default {
  maxWorkers: 2,
  // Native ES modules of a test file are never let go of: a fresh process is cheaper than collecting garbage in a full one.
  workerIdleMemoryLimit: '768MB',
  testTimeout: 30_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    { ...shared, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...goneDialects],
    },
  ],
};
