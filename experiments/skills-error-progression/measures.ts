import { effectiveClusters } from '@lawbook/estimators'
import type { Estimate, Measure } from '@lawbook/schemas'
import type { Judged } from './estimate.ts'

const none: Estimate = { value: null, i90: null, i995: null }

/** An interval narrower than this is a value that does not vary, but for rounding. */
const rounding = 1e-9

/** A judged value as value and intervals; nulls where it does not exist or cannot vary, as the captures of no black hole. */
export const estimateOf = (judged: Judged | undefined): Estimate =>
  judged === null || judged === undefined || judged.i995[1] - judged.i995[0] < rounding
    ? none
    : { value: judged.value, i90: judged.i90, i995: judged.i995 }

export type Part = { readonly label: string; readonly judged: Judged }
export type Alternative = { readonly choice: string; readonly option: string; readonly judged: Judged | undefined }

/** A measure with the parts that were judged together and the same number under declared alternatives. */
export function measureOf(
  about: Pick<Measure, 'id' | 'title' | 'method' | 'unit' | 'n' | 'resampled'>,
  judged: Judged | undefined,
  reason: string,
  parts: readonly Part[] = [],
  alternatives: readonly Alternative[] = [],
): Measure {
  const estimate = estimateOf(judged)
  return {
    ...about,
    ...estimate,
    ...(estimate.value === null ? { reason } : {}),
    evidence: 'routed',
    parts: parts.map((part) => ({ label: part.label, ...estimateOf(part.judged) })),
    alternatives: alternatives.map(({ choice, option, judged: other }) => ({ choice, option, ...estimateOf(other) })),
  }
}

/** How many requests were asked and what the jackknife leaves out, from the requests of each package. */
export function sampled(requests: Int32Array): Pick<Measure, 'n' | 'resampled'> {
  const groups = requests.filter((n) => n > 0)
  const worth = effectiveClusters(groups).toFixed(1)
  return {
    n: groups.reduce((sum, n) => sum + n, 0),
    resampled: `packages: ${groups.length}, worth ${worth} equal ones (delete-one jackknife, t)`,
  }
}

/** A number that stands beside a claim and never for it: it has no interval. */
export function count(id: string, title: string, unit: string, value: number | null, n: number): Measure {
  const reason = value === null ? { reason: 'no router is judged' } : {}
  return {
    id,
    title,
    value,
    ...reason,
    i90: null,
    i995: null,
    method: 'counted',
    resampled: 'nothing',
    n,
    unit,
    evidence: 'routed',
  }
}
