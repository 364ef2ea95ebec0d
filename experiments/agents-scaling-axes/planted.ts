import type { Stream, StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import { type AxisId, axisNames, decisiveOf, unitsBy } from './axes.ts'
import type { AxesChoices } from './choices.ts'
import { estimateOf } from './estimate.ts'
import { measureIds } from './measures.ts'
import type { Observed } from './observed.ts'
import { type Law, plantCurve } from './plantedCurve.ts'
import { type Sweep, slopeOf } from './pool.ts'
import { judgedAxis, partsOf } from './units.ts'

/** A planted world: which way every unit goes (`mixed`: each its own, by a fair coin), and whether late runs are lost. */
type World = { readonly sign: -1 | 0 | 1 | 'mixed'; readonly unrecorded: boolean }

export const worlds: Readonly<Record<string, World>> = {
  'all-rise': { sign: 1, unrecorded: false },
  falls: { sign: -1, unrecorded: false },
  flat: { sign: 0, unrecorded: false },
  mixed: { sign: 'mixed', unrecorded: false },
  'flat-unrecorded': { sign: 0, unrecorded: true },
}

const axes = Object.keys(axisNames) as AxisId[]

/** Every measure in every replicate of every world, as the table `worlds`. */
export function plantedRows(observed: Observed, choices: AxesChoices, stream: StreamFactory): Row[] {
  const laws = lawsOf(observed)
  return Object.entries(worlds).flatMap(([world, planted]) =>
    Array.from({ length: choices.replicates }, (_, replicate) => {
      const found = plantWorld(observed, laws, planted, choices, stream('planted', world, replicate))
      if (!planted.unrecorded)
        return axes.map((axis) => worldRow(world, replicate, measureIds[axis], judgedAxis(axis, found)))
      const budgets = found.sweeps.get('general-agentbench')!
      return [
        worldRow(world, replicate, 'budgets-recorded', estimateOf(slopeOf(budgets))),
        worldRow(world, replicate, 'budgets-published', estimateOf(slopeOf(budgets, 'as-published'))),
      ]
    }).flat(),
  )
}

/** How much each unit of each axis was seen to move: the size that the worlds plant, with a sign of their own. */
type Laws = ReadonlyMap<string, number>

export function lawsOf(observed: Observed): Laws {
  const parts = axes.flatMap((axis) =>
    partsOf(axis, observed, unitsBy[axis][0]!).map(
      ({ key, contrast }) => [`${axis} ${key}`, Math.abs(contrast.value)] as const,
    ),
  )
  return new Map(parts)
}

/**
 * The decisive sweeps with other outcomes: the same ladders, tasks, runs and missing cells, each curve at its own level,
 * each unit moving as much as it was seen to, with the sign of the world. Where late runs are lost, budgets alone.
 */
export function plantWorld(
  observed: Observed,
  laws: Laws,
  { sign, unrecorded }: World,
  choices: AxesChoices,
  stream: Stream,
): Observed {
  const sweeps = new Map<string, Sweep>()
  for (const axis of unrecorded ? (['raw-context'] as const) : axes) {
    const [unit, coin] = [unitsBy[axis][0]!, unitsBy[axis].at(-1)!]
    const signs = new Map<string, number>()
    for (const id of decisiveOf(axis)) {
      const sweep = observed.sweeps.get(id)!
      const traits: Law['traits'] = new Map()
      const series = sweep.series.map((one) => {
        const side = String(one.about[coin])
        if (!signs.has(side)) signs.set(side, sign === 'mixed' ? (stream.uniform() < 0.5 ? -1 : 1) : sign)
        const slope = signs.get(side)! * laws.get(`${axis} ${String(one.about[unit])}`)!
        const own: Law['traits'] = sweep.pool === 'matched' ? traits : new Map()
        return plantCurve(one, { id, slope, traits: own, unrecorded }, choices, stream)
      })
      sweeps.set(id, { ...sweep, series })
    }
  }
  return { sweeps }
}
