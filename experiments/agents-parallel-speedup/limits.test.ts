import { agentRuns, pick } from '@lawbook/agent-runs'
import { streamsOf } from '@lawbook/base'
import { describe, expect, test } from 'vitest'
import { type Cell, cellMetrics, cellsOf, cellsOfKind } from './cells.ts'
import { choices } from './choices.ts'
import { farthest } from './clusterings.ts'
import { teamsOf } from './exceed.ts'
import { clusteredMean, cooperative, farthestMean } from './judged.ts'
import { noiseOf } from './noise.ts'
import { noiseExponent } from './noiseExponent.ts'
import { seriesOf, speed } from './series.ts'
import { shareBy, shareByNoise, superlinearShare } from './superlinearCells.ts'

const sd = 0.1
const runs = 5

/** Three suites and three models, one to three agents, with an exponent for each. */
function grid(exponent: (suite: string, model: string) => number): Cell[] {
  return ['a', 'b', 'c'].flatMap((suite) =>
    ['x', 'y', 'z'].flatMap((model) =>
      [1, 2, 3].map((agents) => ({
        ...{ suite, model, agents, runs, assignment: 'pre-assigned', p: 0.9, success: 1 },
        logTime: { mean: -exponent(suite, model) * Math.log(agents), sd, n: runs },
        ...{ time: null, logTokens: null, logTimeAll: null, logTokensAll: null, tokensAll: null },
      })),
    ),
  )
}

const seriesIn = (cells: readonly Cell[]) => seriesOf(cells, speed)
const noiseIn = (cells: readonly Cell[]) => noiseOf(cells, 3, () => undefined)
const redraw = (cells: readonly Cell[]) => ({ noise: noiseIn(cells), draws: 199, stream: streamsOf('test')('redraw') })

describe('limits of exponents', () => {
  // What models have, .3, .5 and .7, is more than what suites add.
  const cells = grid((suite, model) => 0.3 + 0.2 * 'xyz'.indexOf(model) + 0.01 * 'abc'.indexOf(suite))

  test('are the farthest of the three clusterings, here by model: Student over three means', () => {
    const found = farthestMean(seriesIn(cells))!
    // Means .31, .51, .71: s / sqrt(3) = .1154701; t(2) at 5 % 2.9199856, at .5 % 9.9248432 (tables).
    expect(found.value).toBeCloseTo(0.51, 12)
    expect(found.i90[0]).toBeCloseTo(0.51 - 2.9199856 * 0.1154701, 6)
    expect(found.i995[1]).toBeCloseTo(0.51 + 9.9248432 * 0.1154701, 6)
    expect(found).toEqual(clusteredMean(seriesIn(cells), 'models'))
    expect(clusteredMean(seriesIn(cells), 'pairs of model and suite')!.i995[1]).toBeLessThan(found.i995[1])
  })

  test('come limit by limit, and none where one clustering has none', () => {
    const [one, other] = [
      { value: 1, i90: [0.5, 1.1], i995: [0.4, 1.4] },
      { value: 1, i90: [0.6, 1.2], i995: [0.2, 1.3] },
    ] as const
    expect(farthest([one, other])).toEqual({ value: 1, i90: [0.5, 1.2], i995: [0.2, 1.4] })
    expect(farthest([one, null])).toBeNull()
    expect(farthestMean(seriesIn(cells.filter(({ model }) => model === 'x')))).toBeNull()
  })

  test('by the noise of the runs alone, by hand', () => {
    // ln 1, 2, 3 about their mean: -.597253, .095894, .501359; squares make .617266. Var of a slope = .1^2 / 5 / that.
    const { value, i90 } = noiseExponent(seriesIn(cells), cells, noiseIn(cells))!
    const se = Math.sqrt(0.002 / 0.617266 / 9)
    expect(value).toBeCloseTo(0.51, 12)
    // Normal 1.645; t with the many degrees of freedom of 27 cells of 4 is a little wider.
    expect((value - i90[0]) / se).toBeGreaterThan(1.645)
    expect((value - i90[0]) / se).toBeLessThan(1.69)
  })
})

describe('limits of the share above linear', () => {
  test('a share without a spread between clusters has that of run noise, and half a cell at least', () => {
    const none = grid(() => -1)
    const teams = teamsOf(none)
    const half = 0.5 / teams.length
    for (const by of ['models', 'suites', 'pairs of model and suite'] as const)
      expect(shareBy(teams, by)).toEqual({ value: 0, i90: [0, half], i995: [0, half] })
    expect(superlinearShare(teams, redraw(none))).toEqual({ value: 0, i90: [0, half], i995: [0, half] })
    // Exponents just below 1: noise can lift every other cell above linear.
    const near = grid(() => 0.999)
    const found = superlinearShare(teamsOf(near), redraw(near))!
    expect(found.value).toBe(0)
    expect(found.i90[1]).toBeGreaterThan(0.5)
    expect(found).toEqual(shareByNoise(teamsOf(near), redraw(near)))
  })

  test('one model of three above linear: by model a third give or take a third', () => {
    const cells = grid((_, model) => (model === 'x' ? 2 : 0.2))
    const teams = teamsOf(cells)
    // Without a model 0, 1/2, 1/2: se^2 = 2/3 (1/9 + 1/36 + 1/36) = 1/9; t(2) at 5 % 2.9199856.
    const { value, i90 } = shareBy(teams, 'models')!
    expect(value).toBeCloseTo(1 / 3, 12)
    expect(i90[0]).toBe(0)
    expect(i90[1]).toBe(1)
    expect(superlinearShare(teams, redraw(cells))!.i995).toEqual([0, 1])
    expect(shareBy(teams, 'suites')!.i90[1]).toBeCloseTo(1 / 3 + 0.5 / teams.length, 12)
    expect(shareBy(teamsOf(cells.filter(({ model }) => model === 'x')), 'models')).toBeNull()
  })

  test('the published cells: two of 36 above linear, both of one pair', async () => {
    const { rows } = await agentRuns.load()
    const cells = cellsOf(pick(rows, { source: 'llm-teams', metric: [...cellMetrics] }))
    expect(cooperative(cells, choices)).toHaveLength(9)
    const teams = teamsOf(cellsOfKind(cells, choices))
    expect(teams).toHaveLength(36)
    const above = teams.filter(({ cell, logSpeedUp }) => logSpeedUp > Math.log(cell.agents))
    expect(above).toHaveLength(2)
    // All in one of three models: the jackknife's standard error is the share itself; t(2) at .5 % 9.9248432.
    expect(shareBy(teams, 'models')!.i995[1]).toBeCloseTo((2 / 36) * (1 + 9.9248432), 6)
  })
})
