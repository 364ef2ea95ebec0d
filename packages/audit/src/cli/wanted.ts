import { fail, nearMisses } from '@lawbook/base'
import { type FailOn, failures } from '../gate.ts'
import type { Call, Options } from './io.ts'

/** The options of `audit`. */
export const auditOptions = {
  profile: {
    type: 'string',
    value: '<id|file>',
    help: 'what the agent shows: claude-code (default; for a list of tools none), codex, openclaw, none, or a JSON file',
  },
  requests: {
    type: 'string',
    value: '<file>',
    help: 'what users ask and which skill is right: JSONL, JSON, CSV or a trigger_eval.json',
  },
  picks: {
    type: 'string',
    value: '<file|folder>',
    help: 'what your agent picked: JSONL rows or its session transcripts',
  },
  embed: {
    type: 'boolean',
    help: 'also ask a sentence encoder, if its packages are installed (33 MB; nothing is downloaded by itself)',
  },
  fix: { type: 'string', value: '<folder>', help: 'write an edited copy of the skills there, with a diff for each' },
  baseline: { type: 'boolean', help: 'write the lock: what is found now is known from here on' },
  lock: { type: 'string', value: '<file>', help: 'where the lock is; default audit.lock.json' },
  'fail-on': {
    type: 'string',
    value: '<kind>',
    help: 'exit 3 on: new, worse (or new), error, warning (or error), never; default new where CI is set and there is a lock or --since, else never',
  },
  since: {
    type: 'string',
    value: '<ref>',
    help: 'compare with the skills at a git ref, on the same requests; prints Markdown',
  },
  sarif: { type: 'string', value: '<file>', help: 'write the findings as SARIF 2.1.0' },
  html: { type: 'string', value: '<file>', help: 'write one self-contained page' },
  markdown: {
    type: 'string',
    value: '<file>',
    help: 'write Markdown of at most 65,535 characters; with --since the comparison',
  },
  top: { type: 'string', value: '<n>', help: 'how many rows each list shows; default 5' },
  quiet: { type: 'boolean', help: 'print one line instead of the report' },
} as const satisfies Options

/** What a call of `audit` asks for, checked. Paths are as they were typed. */
export type Wanted = {
  readonly source: string | undefined
  /** Undefined: the default, which depends on what is audited. */
  readonly profile: string | undefined
  readonly requests: string | undefined
  readonly picks: string | undefined
  readonly embed: boolean
  readonly fix: string | undefined
  readonly baseline: boolean
  readonly lock: string | undefined
  /** Undefined: the default, which depends on what there is. */
  readonly failOn: FailOn | undefined
  readonly since: string | undefined
  readonly sarif: string | undefined
  readonly html: string | undefined
  readonly markdown: string | undefined
  readonly top: number
  readonly json: boolean
  readonly quiet: boolean
}

/** A call as what it asks for; LB_USAGE for what cannot be meant. */
export function wantedOf({ positionals, options }: Pick<Call, 'positionals' | 'options'>): Wanted {
  if (positionals.length > 1)
    fail(
      'LB_USAGE',
      `audit takes one folder, package or JSON file and got ${positionals.length}: ${positionals.join(' ')}; audit them one by one`,
    )
  const text = (name: keyof typeof auditOptions): string | undefined => {
    const value = options[name]
    if (value === '') fail('LB_USAGE', `--${name} is empty; give ${(auditOptions[name] as { value?: string }).value}`)
    return typeof value === 'string' ? value : undefined
  }
  const wanted: Wanted = {
    source: positionals[0],
    profile: text('profile'),
    ...{ requests: text('requests'), picks: text('picks'), embed: options.embed === true, fix: text('fix') },
    ...{ baseline: options.baseline === true, lock: text('lock'), since: text('since') },
    failOn: failOnOf(text('fail-on')),
    ...{ sarif: text('sarif'), html: text('html'), markdown: text('markdown') },
    top: topOf(text('top')),
    ...{ json: options.json === true, quiet: options.quiet === true },
  }
  if (wanted.baseline && (wanted.since !== undefined || wanted.failOn !== undefined))
    fail('LB_USAGE', '--baseline takes everything as known; leave --since and --fail-on out')
  return wanted
}

function failOnOf(value: string | undefined): FailOn | undefined {
  const found = failures.find((each) => each === value)
  if (value === undefined || found !== undefined) return found
  const near = nearMisses(value, failures)
  const hint = near.length > 0 ? `did you mean ${near.join(', ')}?` : `allowed: ${failures.join(', ')}`
  return fail('LB_USAGE', `--fail-on ${value} is not known; ${hint}`)
}

function topOf(value: string | undefined): number {
  if (value === undefined) return 5
  if (!/^[1-9]\d{0,5}$/.test(value))
    fail('LB_USAGE', `--top ${value} is no count of rows; give a whole number from 1 on`)
  return Number(value)
}
