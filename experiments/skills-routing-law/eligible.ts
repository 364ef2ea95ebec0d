import type { RoutingChoices } from './choices.ts'
import type { Observed, RouterRow, Wording } from './evidence.ts'
import { meanCurve } from './sample.ts'

export type Eligibility = RouterRow & {
  readonly eligible: boolean
  readonly reason: string
  readonly calibration: readonly number[]
}

/**
 * Which routers are judged, from the calibration half alone: enough accuracy at both sizes, no floor, and one a kin (the
 * first in the registry's order), since near-duplicates are not two witnesses.
 */
export function eligibility(observed: Observed, wording: Wording | 'mean', choices: RoutingChoices): Eligibility[] {
  const judgedKin = new Set<string>()
  return observed.routers.map((router) => {
    const sample = observed.sample(router.id, 'calibration', wording, 'package')
    const curve = meanCurve(sample, null)
    const calibration = choices.eligible.map(({ size }) => curve[sample.sizes.indexOf(size)]!)
    const short = choices.eligible.findIndex(({ accuracy }, k) => !(calibration[k]! >= accuracy))
    const reason =
      router.kin === 'floor'
        ? 'a floor, shown for comparison'
        : judgedKin.has(router.kin)
          ? `near-duplicate: another ${router.kin} router is judged`
          : short >= 0
            ? `calibration accuracy ${calibration[short]!.toFixed(3)} at N = ${choices.eligible[short]!.size} is below ${choices.eligible[short]!.accuracy}`
            : ''
    if (reason === '') judgedKin.add(router.kin)
    return { ...router, eligible: reason === '', reason: reason === '' ? 'judged' : reason, calibration }
  })
}
