import type { AgentRow } from '@lawbook/agent-runs'
import type { Estimate as Fitted } from '@lawbook/estimators'
import { jackknifed } from './cells.ts'
import { conditions } from './observe.ts'
import { groups } from './sweeps.ts'

/** One model on one task: the scores of one agent, of one with restricted access, and of a team. */
export type Score = {
  readonly model: string
  readonly task: string
  readonly solo: number
  readonly restricted: number
  readonly team: number
}

/** How a run without a score is read: as left out, or as a score of its own for one agent and for a team. */
type Filled = { readonly solo: number; readonly team: number } | null

/**
 * The cells with all three scores. Where `filled` is given, a missing score of the single agent or the team takes its
 * value; a cell without the restricted run, which the level is read from, is left out in any case.
 */
export function scoresOf(rows: readonly AgentRow[], filled: Filled = null): Score[] {
  const cells = groups(
    rows.filter(({ agent }) => conditions.some((condition) => condition === agent)),
    ({ model, task }) => `${model}|${task}`,
  )
  return [...cells.values()].flatMap((cell) => {
    const score = (condition: string): number | null => cell.find(({ agent }) => agent === condition)?.y ?? null
    const [solo, restricted, team] = [
      score('oracle') ?? filled?.solo ?? null,
      score('restricted'),
      score('full') ?? filled?.team ?? null,
    ]
    if (solo === null || restricted === null || team === null) return []
    return [{ model: cell[0]!.model!, task: cell[0]!.task!, solo, restricted, team }]
  })
}

/** Where the level of a cell is read from. */
export type Level = (score: Score, index: number) => number
export const byRestricted: Level = ({ restricted }) => restricted
export const bySolo: Level = ({ solo }) => solo

/** The mean score of the other models' single agents on the same task. */
export function byOthers(scores: readonly Score[]): Level {
  const sums = new Map<string, { sum: number; n: number }>()
  for (const { task, solo } of scores) {
    const { sum, n } = sums.get(task) ?? { sum: 0, n: 0 }
    sums.set(task, { sum: sum + solo, n: n + 1 })
  }
  return ({ task, solo }) => {
    const { sum, n } = sums.get(task)!
    return n < 2 ? Number.NaN : (sum - solo) / (n - 1)
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function covariance(a: readonly number[], b: readonly number[]): number {
  const [centreA, centreB] = [mean(a), mean(b)]
  return mean(a.map((value, i) => (value - centreA) * (b[i]! - centreB)))
}

/** The line of the gain over the single agent's level, by an instrument of that level: slope cov(g, z) / cov(s, z). */
export function gainLine(
  scores: readonly Score[],
  level: Level,
): { readonly slope: number; readonly at: (s: number) => number } {
  const solo = scores.map((score) => score.solo)
  const gains = scores.map((score) => score.team - score.solo)
  const instrument = scores.map(level)
  const slope = covariance(gains, instrument) / covariance(solo, instrument)
  return { slope, at: (s) => mean(gains) + slope * (s - mean(solo)) }
}

/** How well an instrument tells the level: the slope of the single agent's score on it, jackknifed over tasks. */
export function firstStage(scores: readonly Score[], level: Level): Fitted | null {
  const slope = (some: readonly Score[]): number => {
    const instrument = some.map(level)
    return (
      covariance(
        some.map(({ solo }) => solo),
        instrument,
      ) / covariance(instrument, instrument)
    )
  }
  return usable(jackknifed(scores, ({ task }) => task, slope))
}

export type By = 'task' | 'model'

/** How much of the gain is lost a point of level: the negative slope of the line, jackknifed over tasks or models. */
export function slopeLoss(scores: readonly Score[], level: Level, by: By = 'task'): Fitted | null {
  return usable(
    jackknifed(
      scores,
      (score) => score[by],
      (some) => -gainLine(some, level).slope,
    ),
  )
}

/** What a team loses on one agent, in points, where the level is above a line; jackknifed. */
export function lossAbove(scores: readonly Score[], level: Level, line: number, by: By = 'task'): Fitted | null {
  const above = scores.filter((score, i) => level(score, i) > line)
  return usable(
    jackknifed(
      above,
      (score) => score[by],
      (some) => 100 * mean(some.map(({ solo, team }) => solo - team)),
    ),
  )
}

function usable(fitted: Fitted | null): Fitted | null {
  return fitted !== null && Number.isFinite(fitted.value) && Number.isFinite(fitted.se) ? fitted : null
}
