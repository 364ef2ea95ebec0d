import type { Json } from '@lawbook/base'
import { byCodeUnit } from '@lawbook/base'
import type { Trial } from '../../result.ts'
import {
  type Header,
  headerOf,
  type Imported,
  numberIn,
  type Row,
  type RowSaid,
  rowsIn,
  textIn,
  trialsFrom,
} from './imported.ts'

/**
 * leaderboard.json as trials. It has means by task only: of several runs it is known how many passed, not which (those
 * that passed come first), and a single run's score only where all have the same. Runs with an error cannot be told
 * from failed ones.
 */
export function readLeaderboard(file: Row, where: string): Imported {
  const metadata = typeof file.metadata === 'object' && file.metadata !== null ? { ...(file.metadata as Row) } : {}
  const header = headerOf({ ...metadata, ...file }, where)
  const details = rowsIn(file, 'taskDetails', where)
  const rows = details.flatMap((row, index) => runsOf(row, `${where} taskDetails[${index}]`))
  const several = details.some((row) => row.numRuns !== 1)
  const notes = ['runs that ended with an error cannot be told from failed ones']
  if (several) notes.push('of tasks with several runs it is known how many passed, not which')
  return { format: 'leaderboard', header, trials: trialsFrom(rows, header), notes }
}

function runsOf(row: Row, where: string): RowSaid[] {
  const runs = numberIn(row, 'numRuns', 10_000, where)
  const passes = Math.round(numberIn(row, 'passRate', 1, where) * runs)
  const mean = numberIn(row, 'meanScore', 1, where)
  const isSame = runs === 1 || numberIn(row, 'stdDev', 1, where) === 0
  const task = textIn(row, 'taskId', where)
  return Array.from({ length: runs }, (_, index) => ({
    task,
    status: 'scored',
    upstream: index < passes,
    flat: isSame ? mean : null,
    reasons: [],
    spent: null,
  }))
}

/** What leaderboard.json of one agent holds, and what could not go into it. */
export type Exported = { readonly file: Json; readonly notes: readonly string[] }

/**
 * Scored trials of one agent as leaderboard.json, under upstream's rule. The composite and its dimensions other than
 * task completion are null: nothing here measures them. Trials that were not scored are left out and counted in the
 * notes.
 */
export function writeLeaderboard(trials: readonly Trial[], header: Header): Exported {
  const scored = trials.filter((trial) => trial.status === 'scored' && trial.score.flat !== null)
  const left = trials.length - scored.length
  const all = spreadOf(scored)
  const file = {
    framework: header.framework,
    model: header.model,
    overall: null,
    taskCompletion: all === null ? null : rounded(all.passRate * 100, 2),
    efficiency: null,
    security: null,
    skills: null,
    ux: null,
    testTier: header.testTier,
    agentProfile: null,
    metadata: {
      skills_mode: header.skillsMode,
      runs_per_task: Math.max(0, ...scored.map(({ attempt }) => attempt)),
      total_tasks: new Set(scored.map(({ task }) => task)).size,
      total_runs: scored.length,
      overall_pass_rate: all?.passRate ?? null,
      overall_mean_score: all?.meanScore ?? null,
      overall_std_dev: all?.stdDev ?? null,
      confidence_interval_95: all?.ci95 ?? null,
    },
    domainBreakdown: meansBy(scored, ({ domain }) => domain),
    levelBreakdown: meansBy(scored, ({ level }) => level),
    moltbook: null,
    taskDetails: groupsBy(scored, ({ task }) => task).map(([taskId, runs]) => {
      const { passRate, meanScore, stdDev, ci95 } = spreadOf(runs)!
      return { taskId, numRuns: runs.length, passRate, meanScore, stdDev, ci95 }
    }),
  }
  return { file, notes: left === 0 ? [] : [`${left} trials were not scored and are left out`] }
}

type Spread = { passRate: number; meanScore: number; stdDev: number; ci95: number[] }

/** As upstream's core/statistics.py: the deviation of a population, and mean plus and minus 1.96 standard errors. */
function spreadOf(trials: readonly Trial[]): Spread | null {
  const n = trials.length
  if (n === 0) return null
  const scores = trials.map(({ score }) => score.flat!)
  const mean = scores.reduce((sum, one) => sum + one, 0) / n
  const deviation = Math.sqrt(scores.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) / n)
  const margin = 1.96 * (deviation / Math.sqrt(n))
  return {
    passRate: rounded(trials.filter(({ passed }) => passed.upstream).length / n, 6),
    meanScore: rounded(mean, 6),
    stdDev: rounded(deviation, 6),
    ci95: [rounded(mean - margin, 6), rounded(mean + margin, 6)],
  }
}

function meansBy(trials: readonly Trial[], key: (trial: Trial) => string): Record<string, number> {
  const groups = groupsBy(trials, key).filter(([name]) => name !== '')
  return Object.fromEntries(groups.map(([name, runs]) => [name, rounded(spreadOf(runs)!.meanScore * 100, 2)]))
}

function groupsBy(trials: readonly Trial[], key: (trial: Trial) => string): [string, Trial[]][] {
  const groups = new Map<string, Trial[]>()
  for (const trial of trials) groups.set(key(trial), [...(groups.get(key(trial)) ?? []), trial])
  return [...groups].sort(([a], [b]) => byCodeUnit(a, b))
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
