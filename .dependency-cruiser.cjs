/**
 * The arrows of docs/architecture.md as rules. Each comment names the way out; there are no warnings, only errors, and
 * a rule that is wrong somewhere is changed here, for all to see.
 */

// Each level may use the levels before it, and nothing beside or after it.
const LEVELS = [
  ['auth'],
  ['categories', 'linked-resources', 'attachments'],
  ['tickets'],
  ['messages'],
  ['webhooks', 'reports'],
];

const MODULE = '^src/modules/[^/]+/';
const DOOR = `${MODULE}index\\.ts$`;
const room = (name) => `^src/modules/.+/${name}/`;
const packages = (...names) => `^node_modules/(@types/)?(${names.join('|')})(/|$)`;

/** A rule in one or more parts. The report shows the first part's comment for all, so they share one. */
const rule = (name, comment, ...parts) => parts.map((part) => ({ name, severity: 'error', comment, ...part }));

module.exports = {
  forbidden: [
    ...rule(
      'no-circular',
      'Move what both need into the lower of the two, or let the lower one own a registry that the upper one fills.',
      { from: {}, to: { circular: true } },
    ),
    ...rule(
      'module-edges',
      'A module uses platform and the modules before it: auth, then categories, linked-resources and attachments, ' +
        'then tickets, messages, then webhooks and reports. To reach a later one, own a registry that it fills or publish an event ' +
        'that it answers. A new module gets its place in LEVELS.',
      ...LEVELS.flatMap((names, level) =>
        names.map((name) => ({
          from: { path: `^src/modules/${name}/` },
          to: { path: MODULE, pathNot: `^src/modules/(${[name, ...LEVELS.slice(0, level).flat()].join('|')})/` },
        })),
      ),
      { from: { path: MODULE, pathNot: `^src/modules/(${LEVELS.flat().join('|')})/` }, to: { path: '^src/' } },
    ),
    ...rule(
      'only-through-the-door',
      "Import from the other module's index.ts. What is missing there may be added if it is meant for others.",
      { from: { pathNot: MODULE }, to: { path: MODULE, pathNot: DOOR } },
      { from: { path: '^src/modules/([^/]+)/' }, to: { path: MODULE, pathNot: ['^src/modules/$1/', DOOR] } },
    ),
    ...rule(
      'platform-knows-no-domain',
      'Platform is technique. Let it own a registry or a hook that the module fills.',
      { from: { path: '^src/platform/' }, to: { path: '^src/', pathNot: '^src/platform/' } },
    ),
    ...rule(
      'domain-is-pure',
      'domain/ decides from what it is handed: the service fetches, the repository stores, the clock is an argument. ' +
        "It may use domain/ of its module, the error base and other modules' doors; anything else only as a type.",
      {
        from: { path: room('domain'), pathNot: '\\.spec\\.ts$' },
        to: { pathNot: [room('domain'), DOOR, '^src/platform/errors/'], dependencyTypesNot: ['type-only'] },
      },
    ),
    ...rule(
      'orm-in-persistence',
      'Ask the repository in persistence/ through a named method; what it lacks, it grows.',
      {
        from: {
          pathNot: [
            room('persistence'),
            '^src/platform/(database|events)/',
            '^src/platform/.+\\.(entity|repository)\\.ts$',
            '^(test|bench)/',
            '\\.spec\\.ts$',
            '^ormconfig\\.ts$',
          ],
        },
        to: { path: packages('typeorm', '@nestjs/typeorm') },
      },
    ),
    ...rule(
      'controllers-call-services',
      'Call the service: it authorises, opens the transaction and publishes. Records are in domain/.',
      { from: { path: room('http') }, to: { path: room('persistence') } },
    ),
    ...rule(
      'engines-stay-home',
      'Ask platform/database for the capability: only it knows its engines/, and only they name a database product.',
      {
        from: {
          pathNot: [
            '^src/platform/database/engines/',
            '^(scripts|test/support|test/chaos|test/browser/support|bench)/',
          ],
        },
        to: { path: packages('mysql2', '@photostructure/sqlite') },
      },
      {
        from: { pathNot: '^(src/platform/database/|ormconfig\\.ts)' },
        to: { path: '^src/platform/database/engines/' },
      },
    ),
    ...rule(
      'dialects-use-doors',
      "A dialect translates: it uses modules' doors and platform. What a service lacks, the service grows.",
      {
        from: { path: '^src/dialects/([^/]+)/' },
        to: { path: '^src/', pathNot: ['^src/dialects/$1/', '^src/platform/', DOOR] },
      },
    ),
    ...rule(
      'nobody-imports-dialects',
      'Only app.module.ts knows the dialects. What others need of one belongs to a module.',
      {
        from: { path: ['^src/', '^ormconfig\\.ts$'], pathNot: ['^src/app\\.module\\.ts$', '^src/dialects/'] },
        to: { path: '^src/dialects/' },
      },
    ),
    ...rule(
      'console-is-separate',
      'The console talks to the HTTP API, through its generated client; the server serves it as files, unread.',
      { from: { path: '^console/' }, to: { path: '^(src|test|bench)/' } },
      { from: { pathNot: '^console/' }, to: { path: '^console/' } },
    ),
    ...rule(
      'console-doors',
      'A feature is entered through its index.ts. What several need lies below the features: tickets, shell, live, ui, api.',
      {
        from: { path: '^console/src/', pathNot: '^console/src/features/' },
        to: { path: '^console/src/features/[^/]+/', pathNot: '^console/src/features/[^/]+/index\\.ts$' },
      },
      {
        from: { path: '^console/src/features/([^/]+)/' },
        to: {
          path: '^console/src/features/[^/]+/',
          pathNot: ['^console/src/features/$1/', '^console/src/features/[^/]+/index\\.ts$'],
        },
      },
      {
        from: { path: '^console/src/(tickets|shell|live|ui|api|text)/' },
        to: { path: '^console/src/(features|app)/', pathNot: '\\.svg$' },
      },
    ),
    ...rule('no-orphans', 'Nothing imports this file: remove it, or list it here if it is an entry point.', {
      from: {
        orphan: true,
        path: '^src/',
        pathNot: ['^src/(main|cli|demo/main)\\.ts$', '\\.spec\\.ts$', '\\.d\\.ts$'],
      },
      to: {},
    }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // A type that is imported is knowledge too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^node_modules' },
    exclude: { path: '^console/(dist|node_modules)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
