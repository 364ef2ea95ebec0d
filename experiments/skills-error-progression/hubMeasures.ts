import type { Measure, Row } from '@lawbook/schemas'
import type { Wording } from '@lawbook/skill-requests'
import { byPackage, type Jackknifed, type Judged, judgedAt } from './estimate.ts'
import type { Observed } from './evidence.ts'
import { concentration } from './hubness.ts'

import { measureOf, sampled } from './measures.ts'

/**
 * The correlation of column capture with row difficulty from its rows (`attributionRows`): each router's, and the mean
 * over several, both by the package jackknife.
 */
export function attributionOf(
  observed: Observed,
  routers: readonly string[],
  wording: Wording,
): { readonly mean: Judged; readonly each: readonly Judged[] } {
  const own = routers.map((router) =>
    observed.table('attribution').filter((row) => row.router === router && row.wording === wording),
  )
  const [first] = own
  if (first === undefined) return { mean: null, each: [] }
  const at = (rows: readonly Row[], place: number): number => {
    const rho = rows[place]!.rho
    return typeof rho === 'number' ? rho : Number.NaN
  }
  const counts = first.slice(1).map((row) => Number(row.requests))
  const jackknifed = byPackage(counts, (leftOut) => {
    const all = own.map((rows) => at(rows, leftOut === null ? 0 : leftOut + 1))
    return Float64Array.from([all.reduce((sum, rho) => sum + rho, 0) / all.length, ...all])
  })
  return { mean: judgedAt(jackknifed, 0, 'two'), each: own.map((_, k) => judgedAt(jackknifed, 1 + k, 'two')) }
}

/**
 * The share of held-out wrong picks on the worst skills of calibration, for each number in `worst`: the mean over
 * routers, then each router; jackknifed over packages of the right skills, the order of the skills held fixed.
 */
export function concentrationOf(
  observed: Observed,
  routers: readonly string[],
  wording: Wording,
  worst: readonly number[],
): Jackknifed | null {
  if (routers.length === 0) return null
  const orders = routers.map((router) => observed.holes(router).count)
  const picks = routers.map((router) => observed.picks(router, 'test', wording))
  return byPackage(observed.requests('test', wording), (leftOut) => {
    const shares = picks.map((list, k) => {
      const heldOut = new Float64Array(observed.skills)
      for (const { chosen, group } of list) if (group !== leftOut) heldOut[chosen]!++
      return concentration(orders[k]!, heldOut, worst)
    })
    const mean = worst.map((_, m) => shares.reduce((sum, share) => sum + share[m]!, 0) / shares.length)
    return Float64Array.from([mean, ...shares].flatMap((share) => [...share]))
  })
}

/** What stands beside the claims about hubs: how concentrated wrong picks are, and whether hubs have hard requests. */
export function hubMeasures(observed: Observed, judged: readonly string[], wording: Wording): Measure[] {
  const worst = Math.min(10, observed.skills)
  const shares = concentrationOf(observed, judged, wording, [worst])
  const { mean, each } = attributionOf(observed, judged, wording)
  const calibration = observed.requests('calibration', wording)
  const bothHalves = observed.requests('test', wording).map((n, g) => n + calibration[g]!)
  return [
    measureOf(
      {
        id: 'worst-ten',
        title: 'held-out wrong picks in the full library that fall on the ten worst skills of calibration',
        method: 'skills in the order of calibration wrong picks, equal ones shared evenly; mean over judged routers',
        unit: 'share of wrong picks',
        ...sampled(observed.requests('test', wording)),
      },
      shares === null ? null : judgedAt(shares, 0, 'two'),
      'no router is judged, or none picks wrongly',
      judged.map((label, k) => ({ label, judged: shares === null ? null : judgedAt(shares, 1 + k, 'two') })),
    ),
    measureOf(
      {
        id: 'hub-difficulty',
        title: 'rank correlation over skills of wrong wins with the difficulty of the skill’s own requests',
        method:
          'Spearman; wrong picks in the full library against the mean share of competitors that beat the skill on its own requests, both halves; mean over judged routers',
        unit: 'Spearman’s rho',
        ...sampled(bothHalves),
        n: Number(observed.table('attribution').find((row) => row.wording === wording)?.pairs ?? 0),
      },
      mean,
      'no router is judged, or one side does not vary',
      judged.map((label, k) => ({ label, judged: each[k] ?? null })),
    ),
  ]
}
