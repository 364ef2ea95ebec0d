import type { StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import { cellsOf, cellsOfKind } from './cells.ts'
import type { SpeedupChoices } from './choices.ts'
import type { Observed } from './evidence.ts'
import { teamsOf } from './exceed.ts'
import { clusteredMean, cooperative, cooperativeExponent, costExponent, jobsExponent } from './judged.ts'
import { noiseOf } from './noise.ts'
import { type Growth, plantedJobRows, plantedTeamRows, variationOf } from './planted.ts'
import { curvesOf, seriesOf, slopeOf, tokens } from './series.ts'
import { superlinearShare } from './superlinearCells.ts'

/** Worlds of known speed-up: claims on speed are false in `linear` by nothing, and in the two after it. */
export const speedWorlds: Readonly<Record<string, Growth>> = {
  'super-linear': { exponent: 1.2 },
  linear: { exponent: 1 },
  amdahl: { share: 0.9 },
  'no-speed-up': 'none',
}

/** The first two again, with exponents that belong to models: what the rule does where systems are few. */
export const sharedWorlds: Readonly<Record<string, Growth>> = {
  'super-linear-by-model': speedWorlds['super-linear']!,
  'linear-by-model': speedWorlds.linear!,
}

/** Worlds of known growth of cost. */
export const costWorlds: Readonly<Record<string, Growth>> = {
  'cost-super-linear': { exponent: 1.3 },
  'cost-linear': { exponent: 1 },
  'cost-sub-linear': { exponent: 0.7 },
}

/** The judged exponents in every planted world, with the sizes, pairs and variation of the data. */
export function plantedRows(observed: Observed, choices: SpeedupChoices, stream: StreamFactory): Row[] {
  const variations = variationsOf(observed, choices)
  const names = (of: (cell: Observed['cells'][number]) => string) => [...new Set(observed.cells.map(of))]
  const pairs = {
    suites: names(({ suite }) => suite),
    models: names(({ model }) => model),
    sizes: sizesOf(observed.cells.map(({ agents }) => agents)),
    runs: choices.plantedRuns,
  }
  const still = { growth: 'none', variation: { run: 0, exponent: 0 } } as const
  const judged = [{ assignment: choices.assignment, p: choices.share }]
  const all = names(({ assignment }) => assignment).flatMap((assignment) =>
    [...new Set(observed.cells.map(({ p }) => p))].map((p) => ({ assignment, p })),
  )
  const series = observed.jobs.map((job) => job.series)
  const jobSizes = sizesOf(observed.jobs.flatMap(({ sizes }) => [...sizes]))
  const teams = (world: string, growth: Growth, deviates: 'pair' | 'model', replicate: number): Row[] => {
    const speed = { growth, variation: variations.speed }
    const drawn = stream('teams', world, replicate)
    const cells = cellsOf(plantedTeamRows({ ...pairs, works: judged, deviates }, speed, still, drawn))
    const noise = noiseOf(cells, choices.fewestRuns, () => undefined)
    const redraw = { noise, draws: choices.plantedDraws, stream: stream('noise of teams', world, replicate) }
    return [
      worldRow(world, replicate, 'exponent-cooperative', cooperativeExponent(cells, choices)),
      ...(deviates === 'pair' ? [] : [worldRow(world, replicate, 'exponent-by-pair', byPairs(cells, choices))]),
      worldRow(world, replicate, 'superlinear-cells', superlinearShare(teamsOf(cells), redraw)),
    ]
  }
  const jobs = (world: string, growth: Growth, replicate: number): Row => {
    const speed = { growth, variation: variations.jobs }
    const drawn = stream('jobs', world, replicate)
    const rows = plantedJobRows(series, jobSizes, choices.plantedRepetitions, speed, drawn)
    const curves = curvesOf(rows).map((curve) => ({ ...curve, series: curve.model }))
    return worldRow(world, replicate, 'exponent-independent-jobs', jobsExponent(curves))
  }
  const cost = (world: string, growth: Growth, replicate: number): Row => {
    const planted = { growth, variation: variations.cost }
    const drawn = stream('cost', world, replicate)
    const cells = cellsOf(plantedTeamRows({ ...pairs, works: all, deviates: 'pair' }, still, planted, drawn))
    return worldRow(world, replicate, 'cost-exponent', costExponent(cells))
  }
  return Array.from({ length: choices.replicates }, (_, replicate) => [
    ...Object.entries(speedWorlds).flatMap(([world, growth]) => [
      ...teams(world, growth, 'pair', replicate),
      jobs(world, growth, replicate),
    ]),
    ...Object.entries(sharedWorlds).flatMap(([world, growth]) => teams(world, growth, 'model', replicate)),
    ...Object.entries(costWorlds).map(([world, growth]) => cost(world, growth, replicate)),
  ]).flat()
}

/** What the limits of pairs alone, which the judged ones replaced, do where models differ. */
function byPairs(cells: Observed['cells'], choices: SpeedupChoices) {
  return clusteredMean(cooperative(cells, choices), 'pairs of model and suite')
}

/** The variation of each kind of data. Independent jobs have no spread of their own: the larger printed one. */
function variationsOf({ cells, jobs }: Observed, choices: SpeedupChoices) {
  const judged = cellsOfKind(cells, choices)
  return {
    speed: variationOf(
      judged.map(({ logTime }) => logTime),
      cooperative(cells, choices).map(slopeOf),
    ),
    jobs: { ...variationOf([], jobs.map(slopeOf)), run: choices.jobNoise.high },
    cost: variationOf(
      cells.map(({ logTokensAll }) => logTokensAll),
      pairMeans(seriesOf(cells, tokens)),
    ),
  }
}

/** The mean exponent of each pair. */
function pairMeans(series: ReturnType<typeof seriesOf>): number[] {
  return [...new Set(series.map(({ pair }) => pair))].map((pair) => {
    const own = series.filter((one) => one.pair === pair).map(slopeOf)
    return own.reduce((sum, slope) => sum + slope, 0) / own.length
  })
}

function sizesOf(sizes: readonly number[]): Float64Array {
  return Float64Array.from(new Set(sizes)).sort()
}
