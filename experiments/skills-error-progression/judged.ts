import type { Row } from '@lawbook/schemas'
import { type Eligibility, eligibility } from '@lawbook/sweeps'
import type { ProgressionChoices } from './choices.ts'

/** What is known of a router that ran. */
export type RouterRow = { readonly id: string; readonly title: string; readonly short: string; readonly kin: string }

/**
 * Which routers are judged: a property of the router, decided once, on direct calibration requests, and used for both
 * wordings. `rows` are the evidence table `routers`, whose columns `calibration.<size>` hold accuracies.
 */
export function judgedRouters(rows: readonly Row[], choices: ProgressionChoices): Eligibility<RouterRow>[] {
  const about = new Map(rows.map((row) => [String(row.id), row]))
  return eligibility({
    routers: rows.map(({ id, title, short, kin }) => ({
      id: String(id),
      title: String(title),
      short: String(short),
      kin: String(kin),
    })),
    curveOf: (id) => (size) => Number(about.get(id)![`calibration.${size}`] ?? Number.NaN),
    thresholds: choices.eligible,
  })
}
