import { leastSquares } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import type { GeometryChoices } from './choices.ts'
import { type RouterRow, type Tables, tableOf } from './evidence.ts'
import { type Judgement, rmse, scored } from './judge.ts'
import { poolIds } from './pools.ts'
import { slopesOf } from './slopes.ts'
import type { Study } from './study.ts'

/** Predicted b, routers x pools; null for a router that the predictor cannot serve. */
type Predicted = readonly (Float64Array | null)[]

export const predictorNames: Readonly<Record<string, string>> = {
  geometry: 'geometry',
  'sentence-geometry': 'geometry, sentence vectors',
  'one-kind': 'geometry, no spread',
  level: 'geometry, b not known',
  constant: 'b unchanged',
  'other-constant': 'b of other packages',
  'top-3': 'mean top-3 similarity',
  pseudo: 'pseudo-requests',
  'level-ceiling': 'noise ceiling, b not known',
  ceiling: 'noise ceiling',
}

/** Every predictor beside each other over the scored pools of the judged routers: rows with RMSE and share of constant. */
export function predictorRows(
  evidence: Tables,
  study: Study,
  judgement: Judgement,
  routers: readonly RouterRow[],
  choices: GeometryChoices,
): Row[] {
  const { pools } = study
  const { observed, level, predicted } = judgement.slopes
  const all = [...routers.keys()]
  const ofRouter = (values: Float64Array, r: number): Float64Array => values.subarray(r * pools, (r + 1) * pools)
  const flat = (value: number): Float64Array => new Float64Array(pools).fill(value)
  const alone = slopesOf(study, { ...choices, kinds: 1 })(null).predicted
  const table: Record<string, Predicted> = {
    geometry: all.map((r) => ofRouter(predicted, r)),
    'sentence-geometry': routers.map(({ id }, r) => shifted(sentenceSlopes(evidence, id), observed[r * pools]!)),
    'one-kind': all.map((r) => ofRouter(alone, r)),
    level: all.map((r) => ofRouter(level, r)),
    constant: all.map((r) => flat(observed[r * pools]!)),
    'other-constant': routers.map(({ id }) => learnedElsewhere(evidence, id, 'constant')),
    'top-3': routers.map(({ id }, r) => shifted(learnedElsewhere(evidence, id, 'line'), observed[r * pools]!)),
    pseudo: routers.map(({ id }, r) => shifted(pseudoSlopes(evidence, id), observed[r * pools]!)),
  }
  const rows = Object.entries(table).map(([predictor, values]): Row => {
    const served = all.filter((r) => values[r] !== null)
    const at = (r: number, p: number): number => values[r]![p]!
    return rowOf(predictor, served, served.length === 0 ? null : rmse(pools, observed, at, served))
  })
  const noise = (errors: Float64Array): number => rmse(pools, errors, () => 0, all)
  return [
    ...rows,
    rowOf('level-ceiling', all, noise(judgement.observedError)),
    rowOf('ceiling', all, noise(judgement.shiftError)),
  ]

  function rowOf(predictor: string, served: readonly number[], error: number | null): Row {
    const base = rmse(pools, observed, (r) => observed[r * pools]!, served)
    return {
      predictor,
      title: predictorNames[predictor]!,
      rmse: error,
      ratio: error === null ? null : error / base,
      routers: served.length,
      cells: served.length * scored(pools).length,
    }
  }
}

/** Every predictor starts from the known b of the reference pool, as the judged one does. */
function shifted(level: Float64Array | null, known: number): Float64Array | null {
  return level === null ? null : level.map((b) => known + b - level[0]!)
}

function sentenceSlopes(evidence: Tables, router: string): Float64Array | null {
  const own = tableOf(evidence, 'sentences').filter((row) => row.router === router)
  return own.length === 0 ? null : Float64Array.from(own, ({ predicted }) => Number(predicted))
}

/** b of pseudo-requests, routed in the judged pools. */
function pseudoSlopes(evidence: Tables, router: string): Float64Array | null {
  const own = tableOf(evidence, 'outcomes').filter((row) => row.router === router && row.wording === 'pseudo')
  return own.length === 0 ? null : meansOf(own)
}

/**
 * b as a line in the mean similarity of the three nearest competitors of a pool, fitted over the pools of the
 * calibration requests of the other fold; `constant`: their b in the reference pool, whatever the pool.
 */
function learnedElsewhere(evidence: Tables, router: string, kind: 'line' | 'constant'): Float64Array {
  const folds = new Map(tableOf(evidence, 'packages').map((row) => [String(row.package), Number(row.fold)]))
  const inFold = (rows: readonly Row[], fold: number): Row[] =>
    rows.filter((row) => folds.get(String(row.package)) === fold)
  const routed = tableOf(evidence, 'outcomes').filter((row) => row.router === router && row.half === 'calibration')
  const near = (half: string): Row[] => tableOf(evidence, 'nearness').filter((row) => row.half === half)
  const requests = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + Number(row.n), 0)
  const judged = near('test')
  const out = new Float64Array(poolIds.length)
  for (const fold of [0, 1]) {
    const own = inFold(judged, fold)
    const y = meansOf(inFold(routed, 1 - fold))
    const at = kind === 'constant' ? () => y[0]! : lineThrough(meansOf(inFold(near('calibration'), 1 - fold)), y)
    meansOf(own).forEach((x, p) => {
      out[p]! += (at(x) * requests(own)) / requests(judged)
    })
  }
  return out
}

/**
 * How alike the two halves are: the correlation over judged routers and pools of the distance of b from that of the
 * reference pool, calibration half against judged half.
 */
export function alikeHalves(evidence: Tables, study: Study, { slopes: { observed } }: Judgement): number {
  const { pools } = study
  const outcomes = tableOf(evidence, 'outcomes').filter((row) => row.half === 'calibration')
  const pairs = study.routers.flatMap(({ id }, r) => {
    const own = meansOf(outcomes.filter((row) => row.router === id))
    return scored(pools).map((p) => [own[p]! - own[0]!, observed[r * pools + p]! - observed[r * pools]!] as const)
  })
  const mean = (of: (pair: readonly [number, number]) => number): number =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length
  const [x, y] = [mean(([a]) => a), mean(([, b]) => b)]
  const covariance = mean(([a, b]) => (a - x) * (b - y))
  return covariance / Math.sqrt(mean(([a]) => (a - x) * (a - x)) * mean(([, b]) => (b - y) * (b - y)))
}

/** The least-squares line through points. */
function lineThrough(x: Float64Array, y: Float64Array): (x: number) => number {
  const { coefficients } = leastSquares(Float64Array.from([...x].flatMap((value) => [1, value])), y)
  return (value) => coefficients[0]! + coefficients[1]! * value
}

function meansOf(rows: readonly Row[]): Float64Array {
  const n = rows.reduce((sum, row) => sum + Number(row.n), 0)
  return Float64Array.from(poolIds, (pool) => rows.reduce((sum, row) => sum + Number(row[pool]), 0) / n)
}
