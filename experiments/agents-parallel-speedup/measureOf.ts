import type { Nested } from '@lawbook/estimators'
import type { Estimate, Measure } from '@lawbook/schemas'

/** An estimate of a measure, all null where there is none. */
export function estimateOf(nested: Nested | null): Estimate {
  return nested === null
    ? { value: null, i90: null, i995: null }
    : { value: nested.value, i90: [...nested.i90], i995: [...nested.i995] }
}

export type Alternative = { readonly choice: string; readonly option: string; readonly nested: Nested | null }

type About = Pick<Measure, 'id' | 'title' | 'method' | 'resampled' | 'n' | 'unit'>

/** A measure with the same number under declared alternatives. */
export function measureOf(
  about: About,
  nested: Nested | null,
  reason: string,
  others: readonly Alternative[],
): Measure {
  return {
    ...about,
    ...estimateOf(nested),
    ...(nested === null ? { reason } : {}),
    evidence: 'published',
    ...(others.length === 0
      ? {}
      : {
          alternatives: others.map(({ choice, option, nested: other }) => ({ choice, option, ...estimateOf(other) })),
        }),
  }
}

/** A number without an interval, which stands beside a claim and never for it. */
export function plain(about: Omit<About, 'resampled'>, value: number | null, reason: string): Measure {
  return {
    ...about,
    value,
    ...(value === null ? { reason } : {}),
    i90: null,
    i995: null,
    resampled: 'nothing',
    evidence: 'published',
  }
}
