import { byCodeUnit } from '@lawbook/base'
import { containment, type Gate, gateOf, type Tally, type Trial, tally } from '@lawbook/benchmarks'
import type { Checkout, Task } from './checkout.ts'
import type { Exported } from './export.ts'
import type { Messages } from './markFiles.ts'

/** A tally in which what nobody says is null. */
export type Counts = Omit<Tally, 'strictPasses' | 'checks' | 'checksPassed'> & {
  readonly strictPasses: number | null
  readonly checks: number | null
  readonly checksPassed: number | null
}

/** `lawbook/benchmark@1` without its name. What a published file does not say is null. */
export type Summary = {
  readonly benchmark: Trial['benchmark']
  readonly tasks: {
    readonly own: boolean
    readonly commit: string | null
    readonly hash: string | null
    /** Tasks that were asked for; null in a published file, which says only what it holds. */
    readonly planned: number | null
    readonly problems: readonly { readonly task: string; readonly problems: readonly string[] }[]
  }
  readonly run: {
    readonly agent: string | null
    readonly librarySize: number | null
    readonly attempts: number | null
    readonly kept: number | null
    readonly containment: 'full' | 'none' | null
    readonly python: { readonly version: string; readonly pytest: string | null } | null
    readonly results: string
    /** Upstream's own file of the run; null where none was asked for. */
    readonly exported: Exported | null
  }
  readonly counts: {
    readonly overall: Counts
    readonly domains: readonly ({ readonly domain: string | null } & Counts)[]
    readonly notScored: readonly Pick<Trial, 'task' | 'attempt' | 'status' | 'reasons'>[]
  }
  readonly gate: ReturnType<typeof gated> | null
  readonly floor: ReturnType<typeof floorOf>
  /** What was read from a published file; null after a run. */
  readonly read: {
    readonly format: string
    /** Different tasks in it. */
    readonly tasks: number
    readonly notes: readonly string[]
    readonly messages: Messages | null
  } | null
}

/** What a run gave, and what stands beside it. */
export type Ran = {
  readonly checkout: Checkout
  readonly tasks: readonly Task[]
  readonly agent: string
  readonly librarySize: number | null
  readonly attempts: number
  /** Trials that were scored in an earlier run. */
  readonly kept: number
  /** The trials that were planned, and no others. */
  readonly trials: readonly Trial[]
  readonly oracle: readonly Trial[] | null
  readonly nothing: readonly Trial[] | null
  /** The folder of the results, as people read it. */
  readonly results: string
  readonly exported: Exported | null
}

/** Every count of a run. LB_BOOKS where a planned trial is not accounted for. */
export function summaryOf(ran: Ran): Summary {
  const { checkout, tasks, attempts, trials } = ran
  const { benchmark, isOwn, commit, hash, python } = checkout
  const ids = new Set(tasks.map(({ id }) => id))
  const domains = [...new Set(tasks.map(({ domain }) => domain))].sort(byCodeUnit)
  const gate = ran.oracle === null ? null : gateOf(ran.oracle.filter(({ task }) => ids.has(task)))
  return {
    benchmark,
    tasks: {
      ...{ own: isOwn, commit, hash, planned: tasks.length },
      problems: tasks.filter(({ problems }) => problems.length > 0).map(({ id, problems }) => ({ task: id, problems })),
    },
    run: {
      ...{ agent: ran.agent, librarySize: ran.librarySize, attempts, kept: ran.kept },
      containment: containment(),
      python: python === null ? null : { version: python.version, pytest: python.pytest },
      results: ran.results,
      exported: ran.exported,
    },
    counts: {
      overall: tally(trials, tasks.length * attempts),
      domains: domains.map((domain) => {
        const mine = tasks.filter((task) => task.domain === domain)
        const here = new Set(mine.map(({ id }) => id))
        return { domain, ...tally(among(trials, here), mine.length * attempts) }
      }),
      notScored: notScoredOf(trials),
    },
    gate: gate === null ? null : gated(gate, trials),
    floor: floorOf(ran.nothing, ids, gate),
    read: null,
  }
}

/** The trials that were never scored, each with its reasons. */
export function notScoredOf(trials: readonly Trial[]): Summary['counts']['notScored'] {
  return trials
    .filter(({ status }) => status !== 'scored')
    .map(({ task, attempt, status, reasons }) => ({ task, attempt, status, reasons }))
}

/** The run among the tasks that the oracle passes here. `asked`: tasks that the oracle was asked at all. */
function gated({ counted, left, groups }: Gate, trials: readonly Trial[]) {
  const within = among(trials, new Set(counted))
  return {
    asked: counted.length + left.length,
    counted: counted.length,
    left,
    groups: groups.map(({ group, tasks }) => ({ group, tasks: tasks.length })),
    overall: tally(within, within.length),
  }
}

/** What doing nothing gives at the same tasks, in all and among those that the oracle passes here. */
function floorOf(nothing: readonly Trial[] | null, ids: ReadonlySet<string>, gate: Gate | null) {
  if (nothing === null) return null
  const same = among(nothing, ids)
  const within = gate === null ? null : among(same, new Set(gate.counted))
  return { overall: counts(same), gated: within === null ? null : counts(within) }
}

const counts = (trials: readonly Trial[]): Tally => tally(trials, trials.length)

const among = (trials: readonly Trial[], ids: ReadonlySet<string>): Trial[] =>
  trials.filter(({ task }) => ids.has(task))
