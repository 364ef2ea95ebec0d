import type { Estimate, Measure } from '@lawbook/schemas'
import type { Compared } from './compare.ts'

export type Alternative = { readonly choice: string; readonly option: string; readonly found: Compared | null }

const none: Estimate = { value: null, i90: null, i995: null }

/** Value and intervals as a record holds them; without intervals where nothing varies. */
export function estimateOf(found: Compared | null): Estimate {
  if (found === null || !Number.isFinite(found.value)) return none
  return { value: found.value, i90: found.nested?.i90 ?? null, i995: found.nested?.i995 ?? null }
}

/** A measure with the same number under declared alternatives. */
export function measureOf(
  about: Pick<Measure, 'id' | 'title' | 'method' | 'unit' | 'n' | 'evidence'>,
  found: Compared | null,
  alternatives: readonly Alternative[] = [],
): Measure {
  const estimate = estimateOf(found)
  return {
    ...about,
    ...estimate,
    ...(estimate.value === null
      ? { reason: 'no router is judged, or fewer than two skills of a second step are ever right' }
      : {}),
    resampled: found?.resampled ?? 'nothing',
    alternatives: alternatives.map(({ choice, option, found: other }) => ({ choice, option, ...estimateOf(other) })),
  }
}

/** A number that stands beside a claim and never for it: counted, without an interval. */
export function counted(
  about: Pick<Measure, 'id' | 'title' | 'unit' | 'n' | 'evidence'>,
  value: number | null,
  method = 'counted',
): Measure {
  const estimate = value === null || !Number.isFinite(value) ? null : value
  return {
    ...about,
    value: estimate,
    ...(estimate === null ? { reason: 'no router is judged' } : {}),
    i90: null,
    i995: null,
    method,
    resampled: 'nothing',
  }
}
