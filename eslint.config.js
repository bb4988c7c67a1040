import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const WAY_OUT = {
  clock: 'Take the time from platform/clock, so that tests can set it.',
  config: 'Read it through the class in platform/config, so that it is checked at start and documented.',
  forwardRef: 'A cycle: let the lower module own a registry that the upper one fills.',
  random: 'Take it from node:crypto: nobody may guess it.',
  untranslated: 'Put the text into console/src/text/en/, so that it can be translated.',
  insecure: 'Missing on pages that come by plain http from another machine: use getRandomValues.',
  skipped: 'Every test runs, always: mend it or remove it.',
};

const SKIPPED_TESTS = [
  'MemberExpression[property.name=/^(skip|only|todo|failing)$/][object.name=/^(describe|it|test)$/]',
  'MemberExpression[property.name=/^(skip|only|todo|failing)$/][object.object.name=/^(describe|it|test)$/]',
  'Identifier[name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
].map((selector) => ({ selector, message: WAY_OUT.skipped }));

const ENVIRONMENT = { object: 'process', property: 'env', message: WAY_OUT.config };
const NOW = { object: 'Date', property: 'now', message: WAY_OUT.clock };
const RANDOM = { object: 'Math', property: 'random', message: WAY_OUT.random };

/** Texts that people read are in the catalogue, so that they can be translated. */
const UNTRANSLATED = [
  'JSXText[value=/\\p{L}{2}/u]',
  'JSXAttribute[name.name=/^(label|title|placeholder|description|hint|alt|aria-label)$/] > Literal[value=/\\p{L}{2}/u]',
].map((selector) => ({ selector, message: WAY_OUT.untranslated }));

const SECURE_CONTEXT = [
  { object: 'crypto', property: 'randomUUID', message: WAY_OUT.insecure },
  { object: 'crypto', property: 'subtle', message: WAY_OUT.insecure },
];

const FORWARD_REF = { name: '@nestjs/common', importNames: ['forwardRef'], message: WAY_OUT.forwardRef };
const PROCESS = ['node:process', 'process'].map((name) => ({ name, message: WAY_OUT.config }));

export default defineConfig(
  // Packages of their own, and what programs wrote.
  globalIgnores([
    '**/dist/',
    '**/.dist-next/',
    'coverage/',
    'data/',
    'sdk/',
    'console/src/api/schema.d.ts',
    'test/browser/artefacts/',
  ]),
  {
    // No comment switches a rule off: a rule that is wrong somewhere is changed here, for all to see.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 400 }],
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'test/**/*.mjs', '*.js', '*.cjs'],
    languageOptions: { globals: nodeGlobals() },
  },
  {
    // Parts of them run inside the pages that they test.
    files: ['test/browser/**'],
    languageOptions: { globals: pageGlobals() },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
      'no-restricted-imports': ['error', { paths: [FORWARD_REF, ...PROCESS] }],
      'no-restricted-properties': ['error', ENVIRONMENT],
      'no-restricted-syntax': ['error', ...SKIPPED_TESTS],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ENVIRONMENT, NOW, RANDOM],
      'no-restricted-syntax': [
        'error',
        ...SKIPPED_TESTS,
        { selector: ':matches(NewExpression, CallExpression)[callee.name="Date"]', message: WAY_OUT.clock },
      ],
    },
  },
  {
    files: ['src/platform/config/**'],
    rules: { 'no-restricted-properties': ['error', NOW, RANDOM] },
  },
  {
    files: ['src/platform/clock/**'],
    rules: {
      'no-restricted-properties': ['error', ENVIRONMENT, RANDOM],
      'no-restricted-syntax': ['error', ...SKIPPED_TESTS],
    },
  },
  {
    // What talks to a person at a terminal.
    files: ['src/serve-desk.ts', 'src/cli.ts', 'src/cli/**', 'src/demo/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['console/src/**'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'no-restricted-syntax': ['error', ...SKIPPED_TESTS, ...UNTRANSLATED],
      'no-restricted-properties': ['error', ENVIRONMENT, ...SECURE_CONTEXT],
      // It is about a compiler that is not used here.
      'react-hooks/incompatible-library': 'off',
      // Handlers of React may be asynchronous where their failures are handled.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['test/support/**', 'bench/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // The answers that tests look at are JSON of any shape; what a test expects of it is its check.
    files: ['test/**/*.ts', '**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);

function pageGlobals() {
  const names = ['ClipboardEvent', 'DataTransfer', 'document', 'File', 'KeyboardEvent', 'localStorage'];
  const more = ['PerformanceObserver', 'requestAnimationFrame', 'StorageEvent', 'window'];
  return Object.fromEntries([...names, ...more].map((name) => [name, 'readonly']));
}

function nodeGlobals() {
  const web = ['AbortController', 'Blob', 'fetch', 'FormData', 'performance', 'URL', 'URLSearchParams'];
  const names = [...web, 'Buffer', 'clearInterval', 'clearTimeout', 'console', 'process', 'setInterval', 'setTimeout'];
  return Object.fromEntries([...names, 'module', 'require'].map((name) => [name, 'readonly']));
}
