/** `If-Match` is read, and then ignored. */
export default {
  what: 'the version that a change is meant for is not checked',
  variants: [
    [
      {
        file: 'src/modules/tickets/ticket-changes.service.ts',
        find: 'if (expectedVersion !== null && expectedVersion !== versionFor(tx.actor, ticket)) {',
        replace: 'if (expectedVersion !== null && versionFor(tx.actor, ticket) < 0) {',
      },
    ],
  ],
  script: 'lost-update',
  options: ['--writers', '10', '--rounds', '3'],
  red: /updates lost \(bar: 0\): [1-9]/,
};
