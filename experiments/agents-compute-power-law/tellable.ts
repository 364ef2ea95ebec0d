import type { Measure, Row } from '@lawbook/schemas'
import type { Choices } from './choices.ts'
import { contribution, noNoise, overSweeps } from './judge.ts'
import { judgedPlaces } from './ladders.ts'
import { plantedTruth, testedWorlds } from './plantedTable.ts'

/** How far a judged statistic may go: what the claims allow. */
export function lineOf(name: string): number {
  if (name.startsWith('gap-')) return 0.5
  return name.startsWith('deviation-') ? 2 : 0.25
}

/**
 * Planted world -> whether the statement behind a judged statistic is true in it, by its curves without noise; null where
 * too few of its sweeps count.
 */
export function truths(choices: Choices): Map<string, (name: string) => boolean | null> {
  return new Map(
    testedWorlds.map((world) => {
      const shown = plantedTruth(world, choices)
      return [
        world,
        (name: string): boolean | null => {
          const values = shown.map((one, s) => contribution(one, noNoise, judgedPlaces[s]!, name, choices))
          const { value } = overSweeps(values, name, choices)
          return value === null ? null : value <= lineOf(name)
        },
      ]
    }),
  )
}

/**
 * The measures, null where a rule tells nothing: where it accepts the statement in no more than the
 * share `blind` of the replicates of planted worlds in which it is true, and denies it in no more than that share of
 * those in which it is false.
 */
export function unlessBlind(measures: readonly Measure[], worlds: readonly Row[], choices: Choices): Measure[] {
  const known = truths(choices)
  return measures.map((measure) => {
    const own = worlds.filter((row) => row.measure === measure.id)
    const line = lineOf(measure.id)
    const count = (truth: boolean, decided: (row: Row) => boolean): { all: number; of: number } => {
      const rows = own.filter(({ world }) => known.get(String(world))!(measure.id) === truth)
      return { all: rows.length, of: rows.filter(decided).length }
    }
    const accepted = count(true, ({ hi90 }) => typeof hi90 === 'number' && hi90 <= line)
    const denied = count(false, ({ lo995 }) => typeof lo995 === 'number' && lo995 > line)
    if ([accepted, denied].some(({ all, of }) => of > choices.blind * all)) return measure
    return {
      ...measure,
      value: null,
      i90: null,
      i995: null,
      reason: `these ladders cannot tell: the rule accepts it in ${accepted.of} of ${accepted.all} planted data sets where it is true${denied.all === 0 ? '' : ` and denies it in ${denied.of} of ${denied.all} where it is false`}`,
    }
  })
}
