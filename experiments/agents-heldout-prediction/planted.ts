import type { StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import type { HeldOutChoices } from './choices.ts'
import { byUnit } from './estimate.ts'
import { crossQuestion, sweepQuestion } from './questions.ts'
import type { Sample } from './sample.ts'

/** Standard deviations of a planted world, in score: a law, and what hides it. */
export type World = {
  /** What one standard deviation of the resource adds on every unit. */
  readonly law: number
  /** By how much that differs between units. */
  readonly ownGrowth: number
  /** By how much units differ. */
  readonly level: number
  /** How much more one standard deviation of the resource adds where a series is one unit of score higher. */
  readonly history: number
  /** By how much models differ. */
  readonly ability: number
  readonly noise: number
}

const quiet = { law: 0, ownGrowth: 0, level: 0.15, history: 0, ability: 0.03, noise: 0.05 }

/** See README.md: three with a law, of which two have levels that no law knows, and three without one worth the line. */
export const worlds: Readonly<Record<string, World>> = {
  'common-law': { ...quiet, law: 0.15, ownGrowth: 0.02, level: 0.05 },
  'own-levels': { ...quiet, law: 0.07, ownGrowth: 0.02, level: 0.18, noise: 0.04 },
  'uneven-growth': { ...quiet, law: 0.05, ownGrowth: 0.045, level: 0.18, noise: 0.04 },
  'weak-law': { ...quiet, law: 0.025, ownGrowth: 0.025 },
  'no-dependence': quiet,
  'history-tells': { ...quiet, history: 0.4, ability: 0.1, noise: 0.03 },
}

/** The rows of a sample without their scores: what a world is planted on. */
export type Shape = Omit<Sample, 'y'>

/**
 * Scores on given rows: y = .45 + level_unit + ability_group + (law + growth_unit + history x (level + ability)) z +
 * noise, cut to [0, 1], with z the resource in standard deviations from its mean and normal deviates for the rest.
 */
export function plantSample(world: World, shape: Shape, stream: ReturnType<StreamFactory>): Sample {
  const deviates = (n: number, sd: number) => Float64Array.from({ length: n }, () => sd * stream.normal())
  const level = deviates(shape.units, world.level)
  const growth = deviates(shape.units, world.ownGrowth)
  const ability = deviates(shape.groups, world.ability)
  const z = standardised(shape.x)
  const y = z.map((value, i) => {
    const height = level[shape.unit[i]!]! + ability[shape.group[i]!]!
    const slope = world.law + growth[shape.unit[i]!]! + world.history * height
    return Math.min(1, Math.max(0, 0.45 + height + slope * value + world.noise * stream.normal()))
  })
  return { ...shape, y }
}

function standardised(x: Float64Array): Float64Array {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length
  const variance = x.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / x.length
  return x.map((value) => (value - mean) / Math.sqrt(variance))
}

/** The judged measures in every planted world, as the table `worlds`: planted on the rows of the real data. */
export function plantedRows(
  shapes: { readonly sweep: Shape; readonly hal: Shape },
  { replicates }: HeldOutChoices,
  stream: StreamFactory,
): Row[] {
  return Object.entries(worlds).flatMap(([name, world]) =>
    Array.from({ length: replicates }, (_, k) => {
      const sweep = plantSample(world, shapes.sweep, stream('world', name, 'sweep', k))
      const hal = plantSample(world, shapes.hal, stream('world', name, 'hal', k))
      return [
        worldRow(name, k, 'change-from-resources', byUnit(sweepQuestion(sweep, 'change', 'resources'))),
        worldRow(name, k, 'level-from-resources', byUnit(sweepQuestion(sweep, 'level', 'resources'))),
        worldRow(name, k, 'benchmark-from-resources', byUnit(crossQuestion(hal, 'resources'))),
      ]
    }).flat(),
  )
}
