import type { Nested } from '@lawbook/estimators'
import type { Estimate, Measure } from '@lawbook/schemas'
import { judged, type WithError } from './estimate.ts'

const none: Estimate = { value: null, i90: null, i995: null }

/** Value and intervals, or nulls where there is no estimate. */
export const estimateOf = (found: Nested | null): Estimate =>
  found === null ? none : { value: found.value, i90: found.i90, i995: found.i995 }

/** A value of which no interval can be made from what was published. */
export const bare = (value: number): Estimate => ({ value, i90: null, i995: null })

type About = Pick<Measure, 'id' | 'title' | 'method' | 'resampled' | 'n' | 'unit'>
type Beside = Partial<Pick<Measure, 'parts' | 'alternatives' | 'bounds' | 'reason'>>

/** A measure on published figures. Without an estimate the reason has to be given. */
export function measure(about: About, estimate: Estimate, beside: Beside = {}): Measure {
  const { reason, ...rest } = beside
  return {
    ...about,
    ...estimate,
    ...(estimate.value === null ? { reason: reason ?? 'the figures do not vary, so that there is no interval' } : {}),
    evidence: 'published',
    ...rest,
  }
}

/** An alternative reading of the same number. */
export const alternative = (choice: string, option: string, found: Estimate | WithError | null) => ({
  choice,
  option,
  ...(found === null ? none : 'se' in found ? estimateOf(judged(found)) : found),
})

/** The worst and the best case of missing data; nothing where either has no interval. */
export function boundsOf(worst: WithError, best: WithError): Pick<Beside, 'bounds'> {
  const [low, high] = [judged(worst), judged(best)]
  return low === null || high === null ? {} : { bounds: { worst: estimateOf(low), best: estimateOf(high) } }
}
