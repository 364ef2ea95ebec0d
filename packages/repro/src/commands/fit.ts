import { fitCommand, processIo } from '@lawbook/audit'
import type { Command } from '../command.ts'

/** The fit of `lawbook fit`: the same options, the same function. */
export default {
  ...fitCommand,
  group: 'yours',
  theirs: 'lawbook/fit-report@1',
  examples: fitCommand.examples.map((example) => example.replace(/^lawbook/, 'repro')),
  run: ({ positionals, options }) => fitCommand.run({ positionals, options, io: processIo() }),
} satisfies Command
