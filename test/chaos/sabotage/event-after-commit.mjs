/** The event of a change is written in a transaction of its own, a moment later. */
export default {
  what: 'events are written after the commit of their change',
  variants: [
    [
      {
        file: 'src/platform/events/event-log.ts',
        find: 'await this.insert(',
        replace: 'this.insertLate(',
      },
      {
        file: 'src/platform/events/event-log.ts',
        find: '  async append(',
        replace:
          "  private insertLate(ctx: Writer, rows: readonly Omit<EventEntity, 'tenantId'>[]): void {\n" +
          '    const late = { ...ctx, transaction: undefined };\n' +
          '    const insert = () => this.database.transaction(late, (tx) => this.insert(tx, rows));\n' +
          '    setTimeout(() => void insert().catch(() => undefined), 60);\n' +
          '  }\n\n' +
          '  async append(',
      },
    ],
  ],
  script: 'kill-loop',
  options: ['--rounds', '8', '--writers', '8'],
  red: /(half done|without their change): [1-9]/,
};
