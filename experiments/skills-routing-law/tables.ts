import { fitLaw, lawById, predict, studentInterval } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { type Wording, wordings } from '@lawbook/skill-requests'
import { accuracyCurve, jackknife, meanCurve } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import type { Eligibility } from './eligible.ts'
import type { Observed } from './evidence.ts'
import { judge } from './judge.ts'

type ByWording = readonly { readonly wording: Wording; readonly routers: readonly Eligibility[] }[]

/**
 * Every router's curve at every shown size, with the 90 % interval of the package jackknife, the line fitted over the
 * ladder, and the deviation from it in points. `sdLibrary` and `sdPool` are known at the Monte-Carlo sizes.
 */
export function curveRows(
  observed: Observed,
  byWording: ByWording,
  draws: readonly Row[],
  choices: RoutingChoices,
): Row[] {
  const sizes = [...new Set([...choices.shown, ...choices.ladder])].sort((a, b) => a - b)
  return byWording.flatMap(({ wording, routers }) =>
    routers.flatMap(({ id, title, short, kin, eligible }) => {
      const sample = observed.sample(id, 'test', wording, 'package')
      const standings = observed.rows('test', wording).map((row) => observed.standing(id, row))
      const exact = accuracyCurve(standings, sizes, observed.skills)
      const { value, se, df } = jackknife([sample], ([curve]) => curve!)
      const line = lineOver(sample.sizes, meanCurve(sample, null), choices.ladder)
      return sizes.map((size, k): Row => {
        const at = sample.sizes.indexOf(size)
        const [low, high] = studentInterval({ value: value[at]!, se: se[at]!, df, tail: 0.05 })
        const cell = draws.find((row) => row.router === id && row.wording === wording && row.size === size)
        const fitted = line(size)
        return {
          router: id,
          title,
          short,
          kin,
          wording,
          judged: eligible,
          size,
          right: exact.right[k]!,
          low: Math.max(0, low),
          high: Math.min(1, high),
          wrong: exact.wrong[k]!,
          abstain: exact.abstain[k]!,
          fitted,
          deviation: 100 * (exact.right[k]! - fitted),
          onLadder: choices.ladder.includes(size),
          sdLibrary: cell?.sdLibrary ?? null,
          sdPool: cell?.sdPool ?? null,
          n: standings.length,
        }
      })
    }),
  )
}

function lineOver(sizes: readonly number[], curve: Float64Array, ladder: readonly number[]): (size: number) => number {
  const law = lawById('log')
  const fit = fitLaw(
    law,
    Float64Array.from(ladder),
    Float64Array.from(ladder, (size) => curve[sizes.indexOf(size)]!),
  )
  return (size) => (fit.status === 'converged' ? predict(law, Float64Array.of(size), fit.parameters)[0]! : Number.NaN)
}

/** The line of every router, judged or not, with both intervals of its slope. */
export function slopeRows(observed: Observed, byWording: ByWording, choices: RoutingChoices): Row[] {
  return byWording.flatMap(({ wording, routers }) => {
    const judgement = judge(
      routers.map(({ id }) => ({ label: id, sample: observed.sample(id, 'test', wording, 'package') })),
      choices,
      choices.ladder,
    )
    return judgement.lines.map((line, k): Row => {
      const { id, title, short, kin, eligible } = routers[k]!
      return {
        router: id,
        title,
        short,
        kin,
        wording,
        judged: eligible,
        a: line.a.value,
        b: line.b.value,
        bLow: line.b.i90[0],
        bHigh: line.b.i90[1],
        bOuterLow: line.b.i995[0],
        bOuterHigh: line.b.i995[1],
        r2: line.r2?.value ?? null,
        r2Low: line.r2?.i90[0] ?? null,
        r2High: line.r2?.i90[1] ?? null,
        largestDeviation: line.largestDeviation.value,
        n: judgement.n,
        effectivePackages: judgement.effective,
      }
    })
  })
}

/** Who is judged and why, what calibration says, how often ties were settled by a hash. */
export function routerRows(
  byWording: ByWording,
  routers: readonly Row[],
  nearby: ReadonlyMap<string, number | null>,
): Row[] {
  return byWording.flatMap(({ wording, routers: list }) =>
    list.map(({ id, title, kin, eligible, reason, calibration }): Row => {
      const about = routers.find((row) => row.id === id)
      return {
        router: id,
        title,
        kin,
        wording,
        judged: eligible,
        reason,
        calibration10: calibration[0] ?? null,
        calibration500: calibration[1] ?? null,
        tiesSettledByHash: about?.tieBroken ?? null,
        wrongPicksNearby: wording === wordings[0] ? (nearby.get(id) ?? null) : null,
        source: about?.source ?? null,
      }
    }),
  )
}
