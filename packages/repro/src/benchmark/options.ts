import { fail, nearMisses } from '@lawbook/base'
import { type BenchmarkName, pins } from '@lawbook/benchmarks'
import type { Context } from '../command.ts'
import { type ExportFormat, exportFormats } from './export.ts'

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
  /** Upstream's own file to write after the run; null for none. */
  readonly exported: ExportFormat | null
}

/** What `repro benchmark --import` was asked for. */
export type WantedFile = {
  readonly benchmark: BenchmarkName | 'harbor'
  /** A file, or a folder of them. */
  readonly path: string
  /** Whose trials; null where there is one agent. */
  readonly agent: string | null
  readonly weights: 'flat' | 'declared'
}

/** Options that do not go with --import. */
const ofRuns = [
  ...['dir', 'tasks', 'workers', 'attempts', 'out', 'verifier', 'python', 'gate', 'floor', 'export'],
  'allow-task-code',
]

const verifiers = { clawbench: ['pytest', 'node'], clawmark: ['clawmark-driver', 'node'] } as const

/** The positionals and options of `repro benchmark`, or LB_USAGE. `cores`: how many trials run at one time unless said. */
export function wantedOf({ positionals, options }: Pick<Context, 'positionals' | 'options'>, cores: number): Wanted {
  if (positionals[0] === 'harbor')
    fail('LB_USAGE', 'results of Harbor are only read here; name a job folder or a trial result.json with --import')
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
    weights: weightsIn(text('weights')),
    python: text('python'),
    gate: text('gate'),
    floor: text('floor'),
    allowTaskCode: options['allow-task-code'] === true,
    exported: oneOf<ExportFormat>('export', text('export'), exportFormats[benchmark]),
  }
}

/** What is to be read where --import is typed, or LB_USAGE; null where a run is asked for. */
export function wantedFile({ positionals, options }: Pick<Context, 'positionals' | 'options'>): WantedFile | null {
  if (options.import === undefined) return null
  const isHarbor = positionals.length === 1 && positionals[0] === 'harbor'
  const benchmark = isHarbor ? 'harbor' : benchmarkIn(positionals)
  const other = ofRuns.find((name) => options[name] !== undefined && options[name] !== false)
  if (other !== undefined)
    fail('LB_USAGE', `--${other} is about a run, and --import reads one of others; with it go --agent and --weights`)
  return {
    benchmark,
    path: options.import as string,
    agent: (options.agent as string | undefined) ?? null,
    weights: weightsIn((options.weights as string | undefined) ?? null),
  }
}

const weightsIn = (text: string | null): 'flat' | 'declared' =>
  oneOf('weights', text, ['flat', 'declared'] as const) ?? 'flat'

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
