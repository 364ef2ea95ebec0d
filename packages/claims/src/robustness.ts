import type { Estimate, Measure, Verdict } from '@lawbook/schemas'
import { type Evidence, judge } from './verdict.ts'

type RobustnessRow = {
  readonly choice: string
  readonly option: string
  readonly value: number | null
  readonly verdict: Verdict
}

/** Under how many of the declared analysis choices the verdict stays the same. */
export type Robustness = { readonly holds: number; readonly total: number; readonly rows: readonly RobustnessRow[] }

/**
 * The verdict under each declared alternative, beside the primary one, which it never changes. `holds` counts the
 * alternatives with the same verdict; a share of choices is not a probability.
 */
export function robustness({ claim, measure, fidelity }: Evidence): Robustness {
  const { verdict } = judge({ claim, measure, fidelity })
  const rows = (measure?.alternatives ?? []).map(({ choice, option, ...estimate }) => {
    const under = judge({ claim, measure: withEstimate(measure as Measure, estimate), fidelity })
    return { choice, option, value: estimate.value, verdict: under.verdict }
  })
  return { holds: rows.filter((row) => row.verdict === verdict).length, total: rows.length, rows }
}

/** The measure with another estimate; the bounds for missing data belong to the primary one. */
function withEstimate(measure: Measure, estimate: Estimate): Measure {
  const { bounds: _bounds, alternatives: _alternatives, parts: _parts, ...rest } = measure
  return { ...rest, ...estimate, reason: 'this choice gives no number' }
}
