import type { StreamFactory } from '@lawbook/base'
import type { Nested } from '@lawbook/estimators'
import type { Estimate, Measure } from '@lawbook/schemas'
import type { HeldOutChoices } from './choices.ts'
import type { Estimated } from './estimate.ts'
import type { CrossSection, Sweep } from './evidence.ts'
import type { Answer } from './r2Table.ts'

/** What all measures are made of. */
export type Findings = {
  readonly sweep: Sweep
  readonly hal: CrossSection
  readonly openhands: CrossSection
  readonly answers: readonly Answer[]
  readonly choices: HeldOutChoices
  readonly stream: StreamFactory
}

const method =
  'least squares on all units but one, which is predicted; 1 - SSE / SST over all units, SST of the mean of the training rows (of zero for a change)'

/** An R^2 with the jackknife of the whole procedure as a measure. */
export function measureOf(
  id: string,
  title: string,
  estimate: Estimated | null,
  units: string,
  count: number,
): Measure {
  const worth = estimate === null ? '' : `, worth ${estimate.effective.toFixed(1)} equal ones`
  return {
    id,
    title,
    ...estimateOf(estimate),
    ...(estimate === null ? { reason: 'some training set determines no prediction' } : {}),
    method,
    resampled: `${units} (${count}${worth}; delete-one jackknife of the whole procedure, t)`,
    n: estimate?.rows ?? 0,
    unit: 'out-of-sample R²',
    evidence: 'published',
  }
}

/** Value and intervals, or nulls. */
export function estimateOf(estimate: Nested | null): Estimate {
  return { value: estimate?.value ?? null, i90: estimate?.i90 ?? null, i995: estimate?.i995 ?? null }
}
