import { type Stream, streamsOf } from '@lawbook/base'
import { median, minimumDetectableEffect, powerBySimulation } from '@lawbook/estimators'
import { type Curve, largerSizes, pointsOf, sizesOf } from './curve.ts'
import type { Design, Enough } from './fitReport.ts'
import { leftOutErrors, mostParts, partsOf } from './leftOut.ts'
import { drawn, type KnownLaw, type Noise, type NoisyPoint } from './simulate.ts'
import { isWorse, worseBy } from './worse.ts'

const target = 0.8
/** Doublings of today's trials: up to 64 times as many, told apart to half a doubling. */
const doublings = [0, 6] as const
const tolerance = 0.5

/**
 * What would tell two laws apart: power today, the smallest multiple of today's trials that gives 80 %, and power with
 * two and four times the largest size measured too. Each curve is drawn from one law or the other, by lot, as fitted,
 * with the binomial noise of the trials, the given standard errors, or `residualError`; m times the trials, or
 * repeated measurements, divide the variance by m. Decided as the verdict is: the law that a curve follows predicts
 * left-out sizes better, by an interval above 0. The same streams every time.
 */
export function enoughFor(laws: readonly [KnownLaw, KnownLaw], curve: Curve, residualError: number): Enough {
  const today = noisyPoints(curve, residualError)
  const draws = drawsFor(Math.min(sizesOf(today).length, mostParts) * today.length)
  const experiment = { alpha: 0.05, draws, streams: streamsOf('lawbook fit') }
  const powerOf = (points: readonly NoisyPoint[], asked: Asked): number =>
    powerBySimulation({ ...experiment, effect: 1, simulate: (_, stream) => tells(laws, points, stream, asked) }).power
  const design = (points: readonly NoisyPoint[], times: number, right: number): Design => ({
    sizes: sizesOf(points),
    times,
    right,
  })
  const search = minimumDetectableEffect({
    ...experiment,
    ...{ range: doublings, tolerance, target },
    simulate: (effect, stream) => tells(laws, timesAsMany(today, timesOf(effect)), stream, 'right'),
  })
  const larger = withLarger(today)
  return {
    draws,
    today: design(today, 1, powerOf(today, 'right')),
    wrong: powerOf(today, 'wrong'),
    more: search.status === 'not-reached' ? null : design(today, timesOf(search.at.effect), search.at.power),
    larger: larger && design(larger, 1, powerOf(larger, 'right')),
  }
}

type Asked = 'right' | 'wrong'

/** Whether a curve drawn from one of the laws tells it apart as the better one (or the other one). */
function tells(
  laws: readonly [KnownLaw, KnownLaw],
  points: readonly NoisyPoint[],
  stream: Stream,
  asked: Asked,
): boolean {
  const truth = stream.integer(2)
  const y = drawn(laws[truth]!, points, stream)
  const curve = { x: Float64Array.from(points, ({ x }) => x), y, ...weightsOf(points) }
  const [first, second] = laws.map(({ law, theta }) => leftOutErrors(law, curve, theta))
  const [better, other] = (truth === 0) === (asked === 'right') ? [first!, second!] : [second!, first!]
  return isWorse(worseBy(other, better), partsOf(curve.x))
}

const weightOf = ({ noise }: NoisyPoint): number => ('trials' in noise ? noise.trials : 1 / (noise.se * noise.se))

/** Weights only where they differ: equal ones change nothing, and an error of 0 has none. */
function weightsOf(points: readonly NoisyPoint[]): { weights?: Float64Array } {
  const weights = Float64Array.from(points, weightOf)
  return weights.every((weight) => weight === weights[0]) ? {} : { weights }
}

/** The points of a curve with the noise that simulated ones get. */
function noisyPoints(curve: Curve, residualError: number): NoisyPoint[] {
  const { x } = pointsOf(curve)
  return Array.from(x, (size, i) => {
    const { trials, se } = curve.points[i]!
    return { x: size, noise: trials !== null ? { trials } : { se: se ?? residualError } }
  })
}

const timesOf = (effect: number): number => Math.round(Math.exp(effect * Math.LN2))

const timesAsMany = (points: readonly NoisyPoint[], times: number): NoisyPoint[] =>
  points.map(({ x, noise }) => ({
    x,
    noise: 'trials' in noise ? { trials: noise.trials * times } : { se: noise.se / Math.sqrt(times) },
  }))

/** Points at twice and four times the largest size as well, as many and as precise as is usual today. */
function withLarger(points: readonly NoisyPoint[]): NoisyPoint[] | null {
  const larger = largerSizes(points)
  if (larger.length === 0) return null
  const noise: Noise =
    'trials' in points[0]!.noise
      ? { trials: Math.round(median(points.map(weightOf))) }
      : { se: median(points.map(({ noise }) => ('se' in noise ? noise.se : 0))) }
  const each = Math.round(points.length / sizesOf(points).length)
  const added = larger.flatMap((x) => Array.from({ length: each }, () => ({ x, noise })))
  return [...points, ...added]
}

/** Fewer curves of many points: a power is known to 3 points at best and to 7 at worst. */
const drawsFor = (work: number): number => Math.max(50, Math.min(200, Math.floor(20_000 / work)))
