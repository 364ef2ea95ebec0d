import type { RoutingChoices } from './choices.ts'
import type { Observed, RouterRow, Wording } from './evidence.ts'
import { meanCurve } from './sample.ts'

export type Eligibility = RouterRow & {
  readonly eligible: boolean
  readonly reason: string
  readonly calibration: readonly number[]
}

/**
 * Which routers are judged, from the calibration half alone: enough accuracy at both sizes, no floor, and one a kin
 * (the first in the registry's order, or the last), since routers that share a method are not two witnesses.
 */
export function eligibility(
  observed: Observed,
  wording: Wording | 'mean',
  choices: RoutingChoices,
  kinOrder: 'first' | 'last' = 'first',
): Eligibility[] {
  const judgedKin = new Set<string>()
  const ordered = kinOrder === 'first' ? observed.routers : observed.routers.toReversed()
  return ordered.map((router) => {
    const sample = observed.sample(router.id, 'calibration', wording, 'package')
    const curve = meanCurve(sample, null)
    const calibration = choices.eligible.map(({ size }) => curve[sample.sizes.indexOf(size)]!)
    const short = choices.eligible.findIndex(({ accuracy }, k) => !(calibration[k]! >= accuracy))
    const reason =
      router.kin === 'floor'
        ? 'a floor, shown for comparison'
        : judgedKin.has(router.kin)
          ? `another router of its kin, ${router.kin}, is judged`
          : short >= 0
            ? `calibration accuracy ${calibration[short]!.toFixed(3)} at N = ${choices.eligible[short]!.size} is below ${choices.eligible[short]!.accuracy}`
            : ''
    if (reason === '') judgedKin.add(router.kin)
    return { ...router, eligible: reason === '', reason: reason === '' ? 'judged' : reason, calibration }
  })
}
