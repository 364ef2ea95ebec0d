import { fail, nearMisses } from '@lawbook/base'
import { type BenchmarkName, pins } from '@lawbook/benchmarks'
import type { Context } from '../command.ts'

/** What `repro benchmark` was asked for. */
export type Wanted = {
  readonly benchmark: BenchmarkName
  /** The reader's checkout; null for our own tasks. */
  readonly dir: string | null
  /** As it was typed: nothing, oracle, http:<url>, router:<id>. */
  readonly agent: string
  /** Patterns of task ids or folders; null for all. */
  readonly tasks: readonly string[] | null
  readonly workers: number
  readonly attempts: number
  readonly out: string | null
  readonly verifier: string | null
  readonly weights: 'flat' | 'declared'
  readonly python: string | null
  readonly gate: string | null
  readonly floor: string | null
  readonly allowTaskCode: boolean
}

const verifiers = { clawbench: ['pytest', 'node'], clawmark: ['clawmark-driver', 'node'] } as const

/** The positionals and options of `repro benchmark`, or LB_USAGE. `cores`: how many trials run at one time unless said. */
export function wantedOf({ positionals, options }: Pick<Context, 'positionals' | 'options'>, cores: number): Wanted {
  const benchmark = benchmarkIn(positionals)
  const text = (name: string): string | null => (options[name] as string | undefined) ?? null
  const [dir, agent] = [text('dir'), text('agent') ?? 'nothing']
  if (benchmark === 'clawmark' && dir !== null && /^(oracle$|router:)/.test(agent))
    fail(
      'LB_USAGE',
      `the agent ${agent} executes solutions, and ClawMark publishes none; use nothing or http:<url>, or leave --dir out to run our own tasks of its layout`,
    )
  return {
    benchmark,
    dir,
    agent,
    tasks: text('tasks')?.split(',') ?? null,
    workers: wholeNumber('workers', text('workers')) ?? cores,
    attempts: wholeNumber('attempts', text('attempts')) ?? 1,
    out: text('out'),
    verifier: oneOf('verifier', text('verifier'), verifiers[benchmark]),
    weights: oneOf('weights', text('weights'), ['flat', 'declared'] as const) ?? 'flat',
    python: text('python'),
    gate: text('gate'),
    floor: text('floor'),
    allowTaskCode: options['allow-task-code'] === true,
  }
}

/** The benchmark that is named, alone. */
export function benchmarkIn(positionals: readonly string[]): BenchmarkName {
  const known = Object.keys(pins)
  const [name, ...rest] = positionals
  if (name === undefined) fail('LB_USAGE', `a benchmark is needed; there are: ${known.join(', ')}`)
  if (rest.length > 0) fail('LB_USAGE', `one benchmark is run at a time, but got ${positionals.join(' and ')}`)
  if (Object.hasOwn(pins, name)) return name as BenchmarkName
  const near = nearMisses(name, known)
  return fail(
    'LB_USAGE',
    `there is no benchmark "${name}"${near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`}; there are: ${known.join(', ')}`,
  )
}

function wholeNumber(option: string, text: string | null): number | null {
  if (text === null) return null
  if (!/^[1-9]\d{0,3}$/.test(text)) fail('LB_USAGE', `--${option} is "${text}"; give a whole number from 1 to 9999`)
  return Number(text)
}

function oneOf<T extends string>(option: string, text: string | null, allowed: readonly T[]): T | null {
  if (text === null || (allowed as readonly string[]).includes(text)) return text as T | null
  return fail('LB_USAGE', `--${option} is "${text}"; allowed: ${allowed.join(', ')}`)
}
