import { type Estimate as Fitted, nestedIntervals } from '@lawbook/estimators'
import type { Estimate, Measure } from '@lawbook/schemas'

/** An estimate with its pair of intervals; without intervals where nothing varies, empty where there is none. */
export function nested(fitted: Fitted | null, parts = 1): Estimate {
  if (fitted === null || !Number.isFinite(fitted.value)) return { value: null, i90: null, i995: null }
  if (!(fitted.se > 0)) return { value: fitted.value, i90: null, i995: null }
  return nestedIntervals({ ...fitted, sided: 'one', parts })
}

type Described = Pick<Measure, 'id' | 'title' | 'method' | 'resampled' | 'n' | 'unit'> &
  Partial<Pick<Measure, 'parts' | 'alternatives' | 'bounds'>>

/** A measure of published figures; a missing value gets the reason. */
export function measureOf(estimate: Estimate, described: Described, reason: string): Measure {
  const { value, i90, i995 } = estimate
  return { ...described, value, i90, i995, ...(value === null ? { reason } : {}), evidence: 'published' }
}
