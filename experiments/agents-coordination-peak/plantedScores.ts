import type { Stream } from '@lawbook/base'
import type { Score } from './teamBench.ts'

/**
 * What a team gains on one agent of level s; in `models-differ` nothing on average, but each model has its own gain.
 */
export const scoreWorlds = {
  'pays-below-45': (s: number) => 0.45 * (0.45 - s),
  'level-free-gain': () => 0.1,
  'gain-rises': (s: number) => 0.25 * (s - 0.45) + 0.05,
  'no-gain': () => 0,
  'models-differ': () => 0,
} as const satisfies Record<string, (s: number) => number>
export type ScoreWorld = keyof typeof scoreWorlds

const models = 7
const tasks = 28
/** Checks behind a score: its noise is that of so many coin tosses. Chosen, not measured: others stand in a table. */
const usualChecks = 8
/** The standard deviation of models' own gains in `models-differ`. */
export const gainSpread = 0.07

/**
 * Seven models on 28 tasks, one run of each condition. The level of the single agent is .55 plus a task's and a model's
 * effect, within .05 and .88; the agent with restricted access is .08 below it; the team is at level + gain. A score is
 * the share of some checks that pass, so that the single agent's own run says its level with noise.
 */
export function plantedScores(world: ScoreWorld, stream: Stream, checks = usualChecks): Score[] {
  const [taskEffects, modelEffects] = [
    Float64Array.from({ length: tasks }, () => 0.22 * stream.normal()),
    Float64Array.from({ length: models }, () => 0.08 * stream.normal()),
  ]
  const ownGains = Float64Array.from({ length: models }, () =>
    world === 'models-differ' ? gainSpread * stream.normal() : 0,
  )
  const score = (chance: number): number => {
    let passed = 0
    for (let check = 0; check < checks; check++) if (stream.uniform() < chance) passed++
    return passed / checks
  }
  return Array.from({ length: models * tasks }, (_, c) => {
    const [m, t] = [Math.floor(c / tasks), c % tasks]
    const level = Math.min(0.88, Math.max(0.05, 0.55 + taskEffects[t]! + modelEffects[m]!))
    return {
      model: `model ${m + 1}`,
      task: `task ${t + 1}`,
      solo: score(level),
      restricted: score(level - 0.08),
      team: score(Math.min(1, Math.max(0, level + scoreWorlds[world](level) + ownGains[m]!))),
    }
  })
}
