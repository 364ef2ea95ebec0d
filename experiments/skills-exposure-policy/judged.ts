import type { Wording } from '@lawbook/skill-requests'
import { type Eligibility, eligibility } from '@lawbook/sweeps'
import type { ExposureChoices } from './choices.ts'

/** Routers with their mean accuracy on the calibration half under the full listing. */
export type Calibrated<R> = {
  readonly routers: readonly R[]
  /** NaN where it was not asked. */
  calibration(router: string, wording: Wording, size: number): number
}

type Candidate = { readonly id: string; readonly title: string; readonly kin: string }

/**
 * Who is judged: accurate enough on the calibration half under the full listing, no floor, no fusion, and one a kin, the
 * first in the order of the choices.
 */
export function judgedRouters<R extends Candidate>(
  { routers, calibration }: Calibrated<R>,
  wording: Wording,
  { eligible }: ExposureChoices,
): Eligibility<R>[] {
  return eligibility({ routers, curveOf: (id) => (size) => calibration(id, wording, size), thresholds: eligible })
}

/** Who could be judged if kin did not shut each other out: each router is put to the rule alone. */
export function accurateRouters<R extends Candidate>(
  { routers, calibration }: Calibrated<R>,
  choices: ExposureChoices,
): R[] {
  return routers.filter(
    (router) => judgedRouters({ routers: [router], calibration }, choices.wording as Wording, choices)[0]!.eligible,
  )
}

/** Ids of the routers of which every size and both wordings are kept: those that are judged, and floors. */
export function keptWhole<R extends Candidate>(calibrated: Calibrated<R>, choices: ExposureChoices): Set<string> {
  const routers = judgedRouters(calibrated, choices.wording as Wording, choices)
  return new Set(routers.filter(({ eligible, kin }) => eligible || kin === 'floor').map(({ id }) => id))
}

/** The weight of each router in a mean within kin, then over kins. They add up to 1. */
export function kinWeights(routers: readonly { readonly kin: string }[]): number[] {
  const sizes = new Map<string, number>()
  for (const { kin } of routers) sizes.set(kin, (sizes.get(kin) ?? 0) + 1)
  return routers.map(({ kin }) => 1 / (sizes.size * sizes.get(kin)!))
}

export function kinsOf(routers: readonly { readonly kin: string }[]): string[] {
  return [...new Set(routers.map(({ kin }) => kin))]
}
