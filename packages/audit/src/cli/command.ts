import { parseArgs } from 'node:util'
import { fail, nearMisses } from '@lawbook/base'
import type { Call, Options, Values } from './io.ts'

/** One command as data: help and parsing are made from it. */
export type Command = {
  readonly name: string
  readonly summary: string
  /** What follows the name: `[<source>]`. */
  readonly usage: string
  readonly examples: readonly string[]
  readonly options: Options
  /** Exit codes besides 0, 1 and 2, and when they are given. */
  readonly exits: Readonly<Record<number, string>>
  run(call: Call): Promise<number>
}

/** Options that every command takes. */
export const everywhere = {
  json: { type: 'boolean', help: 'print one versioned JSON document on stdout and nothing else' },
  help: { type: 'boolean', short: 'h', help: 'show how the command is used' },
  verbose: { type: 'boolean', help: 'show stack traces' },
} as const satisfies Options

type Parsed = { readonly values: Values; readonly positionals: readonly string[] }

/** What was typed after a command's name; LB_USAGE names a wrong option and those that are near. */
export function parsed({ name, options }: Command, args: readonly string[]): Parsed {
  const all: Options = { ...options, ...everywhere }
  try {
    return parseArgs({ args: [...args], options: all, allowPositionals: true, strict: true })
  } catch (thrown) {
    const [message = ''] = (thrown as Error).message.split('. ')
    const typed = /'--?([^'\s]+)[^']*'/.exec(message)?.[1]
    const known = Object.keys(all)
    const near = typed === undefined || known.includes(typed) ? [] : nearMisses(typed, known)
    const hint = near.length > 0 ? `did you mean --${near.join(', --')}?` : `allowed: --${known.join(', --')}`
    return fail('LB_USAGE', `${name}: ${message.charAt(0).toLowerCase()}${message.slice(1)}; ${hint}`)
  }
}
