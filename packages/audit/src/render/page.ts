import type { AuditReport } from '../report.ts'
import type { Section } from './block.ts'
import { confusedSection } from './sections/confused.ts'
import { findingsSection } from './sections/findings.ts'
import { forecastSection } from './sections/forecast.ts'
import { notesSection } from './sections/notes.ts'
import { outcomesSection } from './sections/outcomes.ts'
import { picksSection } from './sections/picks.ts'
import { planSection } from './sections/plan.ts'
import { seenSection } from './sections/seen.ts'

/**
 * A report as sections, what the agent can see first. `top` is how many rows each list may have; what is left out is
 * counted. Parts that were not asked for are left out.
 */
export function pageOf(report: AuditReport, { top }: { readonly top: number }): Section[] {
  return [
    seenSection(report, top),
    confusedSection(report, top),
    outcomesSection(report),
    picksSection(report, top),
    forecastSection(report),
    planSection(report),
    findingsSection(report, top),
    notesSection(report, top),
  ].filter((section) => section !== null)
}
