import { type TwoWayStatistic, twoWayInterval } from '@lawbook/pipelines'
import type { Estimate } from '@lawbook/schemas'
import type { Panel } from './panel.ts'

/** An estimate with what was resampled, in words. */
export type Estimated = Estimate & { readonly resampled: string }

/**
 * A statistic of a panel with both intervals: delete-one jackknives over skills of the second step and over kins of
 * routers, the farther limit of each. No value where the statistic does not exist; no intervals where it does not exist
 * without one cluster, where there is one cluster alone, or where nothing varies.
 */
export function estimateOf(
  { kins, skills }: Pick<Panel, 'kins' | 'skills'>,
  statistic: TwoWayStatistic,
  sided: 'one' | 'two',
): Estimated {
  const value = statistic([...kins.keys()], [...skills.keys()])
  const none = { i90: null, i995: null, resampled: 'nothing' }
  if (!Number.isFinite(value)) return { value: null, ...none }
  if (new Set(skills).size < 2 && new Set(kins).size < 2) return { value, ...none }
  let missing = false
  const known: TwoWayStatistic = (routers, pairs) => {
    const found = statistic(routers, pairs)
    missing ||= !Number.isFinite(found)
    return missing ? 0 : found
  }
  const clusters = { kins, clusterOf: skills, clusterName: 'second-step skills' }
  const { nested, resampled } = twoWayInterval({ statistic: known, ...clusters, sided })
  if (missing || !(nested.i90[0] < nested.i90[1])) return { value, ...none }
  return { value, i90: nested.i90, i995: nested.i995, resampled }
}
