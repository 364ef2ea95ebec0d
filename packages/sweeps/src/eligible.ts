/** What eligibility needs to know of a router. */
type Candidate = { readonly id: string; readonly title: string; readonly kin: string }

/** The accuracy that a router must reach on the calibration half at a library size. */
export type Threshold = { readonly size: number; readonly accuracy: number }

/** Whether a router is judged, why not, and its calibration accuracy at each threshold's size. */
export type Eligibility<R extends Candidate = Candidate> = R & {
  readonly eligible: boolean
  readonly reason: string
  readonly calibration: readonly number[]
}

/**
 * Which routers are judged, from the calibration half alone: enough accuracy at every threshold, no floor, no fusion,
 * and one a kin (the first in the order given, or the last), since routers that share a method are not two witnesses. In the order
 * given.
 * `curveOf(id)(size)` is the mean accuracy on the calibration half; a value that is missing (NaN) is not enough.
 */
export function eligibility<R extends Candidate>({
  routers,
  curveOf,
  thresholds,
  kinOrder = 'first',
}: {
  readonly routers: readonly R[]
  readonly curveOf: (id: string) => (size: number) => number
  readonly thresholds: readonly Threshold[]
  readonly kinOrder?: 'first' | 'last'
}): Eligibility<R>[] {
  const judgedKin = new Set<string>()
  const ordered = kinOrder === 'first' ? routers : routers.toReversed()
  const judged = ordered.map((router) => {
    const curve = curveOf(router.id)
    const calibration = thresholds.map(({ size }) => curve(size))
    const reason = reasonAgainst(router.kin, judgedKin, thresholds, calibration)
    if (reason === null) judgedKin.add(router.kin)
    return { ...router, eligible: reason === null, reason: reason ?? 'judged', calibration }
  })
  return kinOrder === 'first' ? judged : judged.toReversed()
}

function reasonAgainst(
  kin: string,
  judgedKin: ReadonlySet<string>,
  thresholds: readonly Threshold[],
  calibration: readonly number[],
): string | null {
  if (kin === 'floor') return 'a floor, shown for comparison'
  if (kin === 'fused') return 'a fusion of other routers, not a representation of its own'
  if (judgedKin.has(kin)) return `another router of its kin, ${kin}, is judged`
  const short = thresholds.findIndex(({ accuracy }, k) => !(calibration[k]! >= accuracy))
  if (short < 0) return null
  const { size, accuracy } = thresholds[short]!
  return `calibration accuracy ${calibration[short]!.toFixed(3)} at N = ${size} is below ${accuracy}`
}
