import { type Nested, nestedIntervals } from '@lawbook/estimators'
import type { Estimate } from '@lawbook/schemas'
import type { Contrast } from './contrast.ts'

export const none: Estimate = { value: null, i90: null, i995: null }

/** The pair of one-sided intervals of a contrast, null without a standard error. */
export function nestedOf({ value, se, df }: Contrast, parts = 1): Nested | null {
  return se === null || !Number.isFinite(value) ? null : nestedIntervals({ value, se, df, sided: 'one', parts })
}

/** A contrast as a value with intervals where it has them. */
export function estimateOf(contrast: Contrast): Estimate {
  return nestedOf(contrast) ?? { value: contrast.value, i90: null, i995: null }
}
