import type { Option } from './command.ts'

/** Options that every command takes. */
export const everywhere = {
  json: { type: 'boolean', help: 'print one versioned JSON document on stdout and nothing else' },
  help: { type: 'boolean', short: 'h', help: 'show how the command is used' },
  verbose: { type: 'boolean', help: 'show stack traces and the output of tasks' },
} as const satisfies Readonly<Record<string, Option>>
