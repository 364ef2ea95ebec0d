import { pow, type Stream, type StreamFactory } from '@lawbook/base'
import { normalCdf } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import type { Sample } from '@lawbook/sweeps'
import { signalDetectionLaw, worldRow } from '@lawbook/worlds'
import type { ExposureChoices } from './choices.ts'
import { type JudgedName, judge, judgedNames, type Panelist, primary } from './judge.ts'

/** Accuracy at the judged size in the arm that all others are compared with, and the spread of difficulty there. */
const [base, tau] = [0.65, 1.5]

/**
 * Worlds by what the other arms lose, in points, at the judged size: name-only listings, and units or two levels, which
 * lose as much. In `name-empty` a listing without descriptions leaves a guess among N, and structure costs ten points.
 */
export const worlds: Readonly<Record<string, { readonly name: number | 'guess'; readonly structure: number }>> = {
  'no-effect': { name: 0, structure: 0 },
  'just-below': { name: 2, structure: 2 },
  'just-above': { name: 4, structure: 4 },
  reversed: { name: -8, structure: -8 },
  'name-empty': { name: 'guess', structure: 10 },
}

/** What each measure is in a world with arms of infinitely many requests. */
export function truth(name: JudgedName, world: string, size: number): number {
  const { name: lost, structure } = worlds[world]!
  const points = lost === 'guess' ? 100 * (base - 1 / size) : lost
  if (name === 'description-gap') return points / base
  return Math.abs(name === 'exposure-effect' ? points : structure)
}

/** mu of a signal-detection law whose accuracy at `size` is as wanted, by bisection. */
function muFor(accuracy: number, size: number): number {
  let [low, high] = [-10, 20]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (signalDetectionLaw({ mu: middle, tau, competitors: size - 1 }).accuracy(size) < accuracy) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * Put every world through the judged measures, with the packages and kins of the real data. Request i is right in an
 * arm with chance Phi(mu + tau z)^(N - 1), where z is a sum of what its package shares in all arms and in this one, what
 * the request is in all arms and for all routers, and what is its own. One row a world, replicate and measure.
 */
export function plantedRows(options: {
  /** Requests a package. */
  readonly counts: Int32Array
  readonly routers: readonly Panelist[]
  readonly choices: ExposureChoices
  readonly stream: StreamFactory
}): Row[] {
  const { counts, routers, choices, stream } = options
  const { size } = choices
  const arms = [...new Set(judgedNames.flatMap((name) => [primary[name].first, primary[name].second]))]
  return Object.entries(worlds).flatMap(([world, { name, structure }]) => {
    const law = (arm: string): ((z: number) => number) => {
      if (arm === 'name' && name === 'guess') return () => 1 / size
      const lost = arm === 'full' ? 0 : arm === 'name' ? Number(name) : structure
      const mu = muFor(base - lost / 100, size)
      return (z) => pow(normalCdf(mu + tau * z), size - 1)
    }
    const laws = arms.map(law)
    return Array.from({ length: choices.replicates }, (_, replicate) => {
      const samples = plantedSamples(counts, laws, routers.length, choices, stream('world', world, replicate))
      const panel = routers.map((router, k) => ({
        ...router,
        sample: (arm: string): Sample => samples[k]![arms.indexOf(arm)]!,
      }))
      const found = judge(panel, size)
      return judgedNames.map((measure): Row => worldRow(world, replicate, measure, found[measure]))
    }).flat()
  })
}

/** Samples at one size, routers x arms, of requests drawn anew. */
function plantedSamples(
  counts: Int32Array,
  laws: readonly ((z: number) => number)[],
  routers: number,
  { size, packageCorrelation, requestCorrelation, armShare }: ExposureChoices,
  stream: Stream,
): Sample[][] {
  const sums = Array.from({ length: routers }, () => laws.map(() => new Float64Array(counts.length)))
  const everywhere = Math.sqrt(packageCorrelation * (1 - armShare))
  const inArm = Math.sqrt(packageCorrelation * armShare)
  const shared = Math.sqrt(requestCorrelation)
  const own = Math.sqrt(1 - packageCorrelation - requestCorrelation)
  counts.forEach((n, g) => {
    const common = everywhere * stream.normal()
    const ofArm = laws.map(() => inArm * stream.normal())
    for (let i = 0; i < n; i++) {
      const request = shared * stream.normal()
      for (const ofRouter of sums)
        laws.forEach((law, a) => {
          ofRouter[a]![g]! += law(common + ofArm[a]! + request + own * stream.normal())
        })
    }
  })
  const n = counts.reduce((sum, count) => sum + count, 0)
  return sums.map((ofRouter) =>
    ofRouter.map((each): Sample => {
      const total = each.reduce((sum, value) => sum + value, 0)
      const strata = [{ sums: each, totals: Float64Array.of(total), counts, n }]
      return { sizes: [size], clusters: counts.length, strata }
    }),
  )
}
