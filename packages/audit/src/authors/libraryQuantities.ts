import { round3 } from './round3.ts'

/** Mean of the competition scores that lie in [.45, .8]; 0 if none does (auto_skill_manager, scoring/library.py). */
export const dangerZoneMass = (competitions: readonly number[]): number =>
  round3(mean(competitions.filter((score) => score >= 0.45 && score <= 0.8)) ?? 0)

/** Mean Boltzmann accuracy of all skills, in [0, 1]; 1 for an empty library (scoring/library.py). */
export const routingStability = (accuracies: readonly number[]): number => round3(mean(accuracies) ?? 1)

/** What the released code calls a library of this stability: healthy from .8, watch from .6, else risky. */
export const health = (stability: number): 'healthy' | 'watch' | 'risky' =>
  stability >= 0.8 ? 'healthy' : stability >= 0.6 ? 'watch' : 'risky'

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
