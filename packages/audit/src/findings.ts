import { byCodeUnit } from '@lawbook/base'
import type { AuditLibrary } from './auditLibrary.ts'
import { behaviourFindings } from './findings/behaviour.ts'
import { bookOf, levels } from './findings/book.ts'
import { formFindings } from './findings/form.ts'
import { shownFindings } from './findings/shown.ts'
import { wordingFindings } from './findings/wording.ts'
import {
  type ConfusedReport,
  type Finding,
  type OutcomesReport,
  type PicksReport,
  rules,
  type SeenReport,
} from './report.ts'

/**
 * Everything of an audit that can be accepted, counted and gated: the most severe level first, within it by rule
 * (in the order of `rules`: what the agent cannot see comes first), of one rule the highest degree (none last), then by
 * key. Degrees of different rules are in different units. Keys are unique, and stay while the names stay.
 */
export function findingsOf(parts: {
  readonly library: AuditLibrary
  readonly seen: SeenReport
  readonly confused: ConfusedReport
  readonly outcomes: OutcomesReport | null
  readonly picks: PicksReport | null
}): Finding[] {
  const book = bookOf(parts.library)
  const found = [
    ...shownFindings(parts.library, parts.seen, book),
    ...formFindings(parts.library, book),
    ...wordingFindings(parts.library, book),
    ...behaviourFindings(parts, book),
  ]
  return found.sort(
    (x, y) =>
      levels.indexOf(x.level) - levels.indexOf(y.level) ||
      order.indexOf(x.rule) - order.indexOf(y.rule) ||
      (y.degree ?? Number.NEGATIVE_INFINITY) - (x.degree ?? Number.NEGATIVE_INFINITY) ||
      byCodeUnit(x.key, y.key),
  )
}

const order = Object.keys(rules)
