import { auditCommand, processIo } from '@lawbook/audit'
import type { Command } from '../command.ts'

/** The audit of `lawbook audit`: the same options, the same function. */
export default {
  ...auditCommand,
  group: 'yours',
  theirs: 'lawbook/audit@1',
  examples: auditCommand.examples.map((example) => example.replace(/^lawbook/, 'repro')),
  run: ({ positionals, options }) => auditCommand.run({ positionals, options, io: processIo() }),
} satisfies Command
