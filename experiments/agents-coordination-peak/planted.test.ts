import { streamsOf } from '@lawbook/base'
import { sweepOfShares } from '@lawbook/estimators'
import { simulatedTeams } from '@lawbook/worlds'
import { describe, expect, test } from 'vitest'
import { choices } from './choices.ts'
import { type CellWorld, cellWorlds, plantedCells } from './plantedCells.ts'
import { plantedScores, type ScoreWorld, scoreWorlds } from './plantedScores.ts'
import { grid, type SizeWorld, sizeTruth, sizeWorlds, successAt } from './plantedSweeps.ts'
import { returnsOf } from './returns.ts'
import { anyTeam, lossOf, lossWithin } from './sequential.ts'
import { byOthers, byRestricted, bySolo, gainLine, lossAbove } from './teamBench.ts'

const stream = streamsOf('agents-coordination-peak.test')
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

describe('planted worlds', () => {
  const truths = Object.fromEntries(
    (Object.keys(sizeWorlds) as SizeWorld[]).map((world) => [world, sizeTruth(world, 400, stream)]),
  ) as Record<SizeWorld, ReturnType<typeof sizeTruth>>

  test('peak where their names say', () => {
    expect(truths['peak-below'].best).toBeLessThan(choices.band.from)
    expect(truths.falling.best).toBe(1)
    expect(truths['peak-inside'].best).toBeGreaterThanOrEqual(choices.band.from)
    expect(truths['peak-inside'].best).toBeLessThanOrEqual(choices.band.to)
    expect(truths['peak-flat'].best).toBeGreaterThanOrEqual(choices.band.from)
    expect(truths['peak-flat'].best).toBeLessThanOrEqual(choices.band.to)
    const top = Math.max(...truths['peak-flat'].success)
    for (const size of [8, 12, 16, 32]) expect(successAt(truths['peak-flat'], size)).toBeGreaterThan(top - 0.055)
    expect(truths['peak-beyond'].best).toBeGreaterThan(choices.band.to)
    expect(new Set(truths.flat.success).size).toBe(1)
  })

  test('diminish above the band, or do not, as the claim that names them says', () => {
    const true_ = (world: SizeWorld): boolean => {
      const truth = truths[world]
      const shares = grid.map((n) => successAt(truth, n))
      // So many runs that the means are the truth.
      const spread = sweepOfShares(shares, new Float64Array(grid.length).fill(1e9))
      const both = returnsOf({ sizes: grid, spread }, choices.band)!
      return both.value > 0.5
    }
    const worlds = ['falling', 'peak-below', 'peak-beyond', 'peak-inside', 'peak-flat'] as const
    expect(worlds.map(true_)).toEqual([false, false, false, true, true])
  })

  test('are binomial as the simulator itself is', () => {
    const sizes = Float64Array.of(4, 8, 12, 32)
    const runs = 400
    const { success } = simulatedTeams(sizeWorlds['peak-inside'], { sizes, runs, stream: stream('simulator') })
    for (const [k, size] of sizes.entries()) {
      const share = mean(Array.from(success.subarray(k * runs, (k + 1) * runs)))
      const q = successAt(truths['peak-inside'], size)
      // Both are drawn: 400 runs against 400 jobs.
      expect(Math.abs(share - q)).toBeLessThan(4 * Math.sqrt((2 * (q * (1 - q) + 0.001)) / runs))
    }
  })

  test('of cells lose, gain or stay as their names say', () => {
    const loss = (world: CellWorld) =>
      mean(
        Array.from({ length: 300 }, (_, r) => lossOf(plantedCells(world, stream('cells', world, r)), anyTeam).value!),
      )
    expect(Object.keys(cellWorlds)).toEqual(['teams-lose', 'teams-gain', 'teams-even', 'teams-vary'])
    expect(loss('teams-lose')).toBeGreaterThan(39)
    expect(loss('teams-lose')).toBeLessThan(70)
    expect(loss('teams-gain')).toBeLessThan(-5)
    expect(Math.abs(loss('teams-even'))).toBeLessThan(1.5)
    expect(Math.abs(loss('teams-vary'))).toBeLessThan(1.5)
  })

  test('of cells with effects of models and suites: pairs as the unit agree too often, the farthest limits do not', () => {
    const agreed = (of: typeof lossOf) =>
      mean(
        Array.from({ length: 400 }, (_, r) =>
          Number(of(plantedCells('teams-vary', stream('vary', r)), anyTeam).i90![0]! > 0),
        ),
      )
    expect(agreed((cells, inTeam) => lossWithin(cells, inTeam, 'pairs of model and suite'))).toBeGreaterThan(0.08)
    expect(agreed(lossOf)).toBeLessThan(0.06)
  })

  test('of scores: where models differ, tasks as the unit agree and deny too often', () => {
    const found = Array.from({ length: 150 }, (_, r) => {
      const loss = lossAbove(plantedScores('models-differ', stream('differ', r)), byRestricted, choices.baseline)!
      return Math.abs(loss.value / loss.se)
    })
    expect(mean(found.map((t) => Number(t > 1.7)))).toBeGreaterThan(0.25)
  })

  test('of scores: the instrument finds the planted slope, the own run finds one where there is none', () => {
    const slopes = (world: ScoreWorld) =>
      Array.from({ length: 120 }, (_, r) => {
        const scores = plantedScores(world, stream('scores', world, r))
        return [byRestricted, bySolo, byOthers(scores)].map((level) => gainLine(scores, level).slope)
      })
    const at = (world: ScoreWorld, k: number): number => mean(slopes(world).map((row) => row[k]!))
    expect(Object.keys(scoreWorlds)).toHaveLength(5)
    expect(Math.abs(at('no-gain', 0))).toBeLessThan(0.05)
    expect(Math.abs(at('no-gain', 2))).toBeLessThan(0.05)
    expect(at('no-gain', 1)).toBeLessThan(-0.25)
    expect(at('pays-below-45', 0)).toBeCloseTo(-0.45, 1)
    expect(at('gain-rises', 0)).toBeGreaterThan(0.15)
  })

  test('of scores: the loss above the line has the sign that the claim needs', () => {
    const loss = (world: ScoreWorld) =>
      mean(
        Array.from({ length: 120 }, (_, r) => {
          const above = plantedScores(world, stream('loss', world, r)).filter(
            (score) => byRestricted(score, 0) > choices.baseline,
          )
          return mean(above.map(({ solo, team }) => solo - team))
        }),
      )
    expect(loss('pays-below-45')).toBeGreaterThan(0.05)
    expect(loss('level-free-gain')).toBeLessThan(-0.05)
    expect(loss('gain-rises')).toBeLessThan(-0.05)
    expect(Math.abs(loss('no-gain'))).toBeLessThan(0.01)
  })
})
