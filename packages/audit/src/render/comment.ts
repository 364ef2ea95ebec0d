import { sayCount, sayWhole } from '../counted.ts'
import type { Compared } from '../lock/since.ts'
import type { AuditReport, Finding, ForecastReport } from '../report.ts'
import { labelsOf } from './labels.ts'
import { findingsMarkdown, fitted, plain, tableMarkdown } from './markdown.ts'
import { sayGain, sayList, sayP, sayShare } from './say.ts'
import { outcomeTable } from './sections/outcomes.ts'

/** Two versions of a library, and how they differ. `ref` is what the earlier one is called. */
export type Versions = {
  readonly ref: string
  readonly before: AuditReport
  readonly after: AuditReport
  readonly compared: Compared
}

/**
 * What changed since another version, as a Markdown comment of at most 65,535 characters: what is new, worse and fixed,
 * what became of the same requests, and the forecast. What is cut is counted in the last line.
 */
export function commentOf({ ref, before, after, compared }: Versions): string {
  const { findings } = compared
  const old = new Map(before.findings.map((finding) => [finding.key, finding]))
  const fixed = findings.fixed.flatMap((key) => old.get(key) ?? [])
  const { source, skills } = after.library
  const lines = [
    `## Audit of ${plain(source)} since ${plain(ref)}: ${summaryOf(findings.new, findings.worse, fixed)}`,
    '',
    `${sayCount(before.library.skills.length, 'skill')} before, ${sayWhole(skills.length)} now${sayChanges(versionLabels(before, after), compared)}`,
    ...outcomeLines(compared),
    ...forecastLines(compared),
    ...findingsMarkdown('New', findings.new),
    ...findingsMarkdown('Worse', findings.worse),
    ...findingsMarkdown('Fixed', fixed),
  ]
  return fitted(lines)
}

const summaryOf = (fresh: readonly Finding[], worse: readonly Finding[], fixed: readonly Finding[]): string =>
  `${sayWhole(fresh.length)} new, ${sayWhole(worse.length)} worse, ${sayWhole(fixed.length)} fixed`

/** A skill that is gone is called what it was called. */
function versionLabels(before: AuditReport, after: AuditReport): (id: string) => string {
  const [old, now] = [labelsOf(before), labelsOf(after)]
  const there = new Set(after.library.skills.map(({ id }) => id))
  return (id) => (there.has(id) ? now(id) : old(id))
}

const namesShown = 20
function sayChanges(label: (id: string) => string, { skills }: Compared): string {
  const parts = (['added', 'removed', 'changed'] as const).flatMap((kind) => {
    const names = skills[kind].map(label)
    return names.length === 0 ? [] : [`${kind}: ${plain(sayList(names, namesShown))}`]
  })
  return parts.length === 0 ? '; none was added, removed or changed' : `; ${parts.join('; ')}`
}

function outcomeLines({ outcomes }: Compared): string[] {
  if (outcomes === null) return []
  const rows = outcomes.routers.flatMap(({ id, before, after }) => [
    { name: `${id} before`, outcome: before },
    { name: `${id} now`, outcome: after },
  ])
  const { head, rows: cells, right } = outcomeTable('router', rows)
  return [
    ...['', `**On the same requests: ${sayGain(outcomes.gain)}, ${plain(sayP(outcomes.p))}**`, ''],
    ...tableMarkdown(head, cells, right),
  ]
}

function forecastLines({ forecast }: Compared): string[] {
  if (forecast === null) return []
  const said = (points: ForecastReport['points']): string =>
    points.map(({ size, accuracy }) => `${sayWhole(size)} skills ${plain(sayShare(accuracy))}`).join(', ')
  return ['', '**Forecast**', '', `- before: ${said(forecast.before)}`, `- now: ${said(forecast.after)}`]
}
