import type { Wording } from '@lawbook/skill-requests'
import { eligibility as eligibilityOf, type Eligibility as Judgeable, meanCurve } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import type { Observed, RouterRow } from './evidence.ts'

export type Eligibility = Judgeable<RouterRow>

/** Which routers are judged on a wording, from the calibration half alone (see `eligibility` of `@lawbook/sweeps`). */
export function eligibility(
  observed: Observed,
  wording: Wording | 'mean',
  choices: RoutingChoices,
  kinOrder: 'first' | 'last' = 'first',
): Eligibility[] {
  return eligibilityOf({
    routers: observed.routers,
    thresholds: choices.eligible,
    kinOrder,
    curveOf: (id) => {
      const sample = observed.sample(id, 'calibration', wording, 'package')
      const curve = meanCurve(sample, null)
      return (size) => curve[sample.sizes.indexOf(size)] ?? Number.NaN
    },
  })
}
