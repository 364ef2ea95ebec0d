import type { AgentRow } from '@lawbook/agent-runs'
import { slopeWeights } from '@lawbook/estimators'
import type { Measure } from '@lawbook/schemas'
import { type Cell, cellsOf } from './cells.ts'
import { crossed, unitsOf } from './crossed.ts'
import { measureOf } from './measures.ts'

const settings = ['p = 0.2', 'p = 0.5', 'p = 0.9']

/** Points of success a doubling of the team, mean over cells. */
function gain(cells: readonly Cell[]): number {
  const slopes = cells.map(({ sizes, shares }) => {
    const weights = slopeWeights(sizes.map(Math.log2))
    return 100 * weights.reduce((sum, w, k) => sum + w * shares[k]!, 0)
  })
  return slopes.reduce((sum, slope) => sum + slope / slopes.length, 0)
}

/** What a doubling of the team brings in sweeps that end at five agents, under one assignment. */
export function gainMeasure(rows: readonly AgentRow[], agent: string, id: string): Measure {
  const bySetting = settings.map((setting) => ({ setting, cells: cellsOf(rows, { agent, setting }) }))
  const cells = bySetting.flatMap((one) => one.cells)
  return measureOf(
    crossed(cells, gain),
    {
      id,
      title: `success a doubling of the team brings from one to five agents, ${agent}, mean of three parallel shares`,
      method:
        'least squares on log2 n in each cell, mean over cells, farthest limits of three delete-one-cluster jackknifes, t',
      resampled: unitsOf(cells),
      n: cells.length,
      unit: 'points a doubling',
      parts: bySetting.map((one) => ({ label: one.setting, ...crossed(one.cells, gain) })),
    },
    `there are no sweeps of ${agent} teams`,
  )
}
