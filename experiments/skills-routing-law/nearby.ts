import { clusterJackknife, nestedIntervals } from '@lawbook/estimators'
import type { Measure } from '@lawbook/schemas'
import type { Wording } from '@lawbook/skill-requests'
import type { Observed } from './evidence.ts'

/**
 * Among wrong picks in the full library, the share that falls on a skill of the right skill's own similarity family: a
 * pick that a second judge might have defended. Per router, and as the mean over judged routers with its interval.
 */
export function errorsNearby(
  observed: Observed,
  judged: readonly string[],
  wording: Wording,
): { measure: Measure; byRouter: Map<string, number | null> } {
  const rows = observed.rows('test', wording)
  const families = [...new Set(rows.map((row) => observed.family(observed.target(row))))]
  const clusterOf = Int32Array.from(rows, (row) => families.indexOf(observed.family(observed.target(row))))
  const wrong = (router: string, row: number): number | null => {
    const winner = observed.winner(router, row)
    return winner === null || winner === observed.target(row) ? null : winner
  }
  const share = (router: string, leftOut: number | null): number | null => {
    let [all, near] = [0, 0]
    rows.forEach((row, i) => {
      const winner = clusterOf[i] === leftOut ? null : wrong(router, row)
      if (winner === null) return
      all++
      if (observed.family(winner) === observed.family(observed.target(row))) near++
    })
    return all === 0 ? null : near / all
  }
  const byRouter = new Map(observed.routers.map(({ id }) => [id, share(id, null)]))
  const shares = (leftOut: number | null): Float64Array => {
    const known = judged.map((router) => share(router, leftOut)).filter((value) => value !== null)
    return Float64Array.of(known.reduce((sum, value) => sum + value, 0) / known.length)
  }
  const about = {
    id: 'errors-nearby',
    title: 'share of wrong picks in the full library that fall in the right skill’s own similarity family',
    method: 'mean over judged routers; families by average linkage on TF-IDF cosines',
    unit: 'share',
    n: rows.length,
    evidence: 'routed',
  } as const
  const full = shares(null)[0]!
  if (!Number.isFinite(full)) {
    return {
      byRouter,
      measure: {
        ...about,
        value: null,
        i90: null,
        i995: null,
        reason: 'no judged router made a wrong pick',
        resampled: 'nothing',
      },
    }
  }
  const { value, se, df } = clusterJackknife({ clusters: clusterOf, statistic: shares })
  return {
    byRouter,
    measure: {
      ...about,
      ...nestedIntervals({ value: value[0]!, se: se[0]!, df, sided: 'two' }),
      resampled: `similarity families: ${families.length} (delete-one jackknife, t)`,
    },
  }
}
