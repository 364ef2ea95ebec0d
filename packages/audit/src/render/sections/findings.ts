import type { AuditReport, Finding, Level, Rule } from '../../report.ts'
import { type Block, line, type Section } from '../block.ts'
import { sayPlace } from '../labels.ts'
import { sayCount, sayWhole, visible } from '../say.ts'

/** Rules whose findings the other sections show already. */
const elsewhere: readonly Rule[] = ['not-shown', 'cut-short', 'collision', 'black-hole', 'never-picked']

/** How many findings there are, and those that no other section shows. */
export function findingsSection({ findings, library }: AuditReport, top: number): Section {
  const rest = findings.filter(({ rule }) => !elsewhere.includes(rule))
  const blocks: Block[] = rest.slice(0, top).map((finding) => line(sayFinding(finding)))
  if (rest.length > top) blocks.push(line(`and ${sayCount(rest.length - top, 'more finding')}; --top shows them`))
  const n = library.copies.length
  if (n > 0) blocks.push(line(n === 1 ? '1 exact copy counts once' : `${sayWhole(n)} exact copies count once`))
  return { id: 'findings', title: `Findings: ${sayLevels(findings)}`, blocks }
}

/** "2 errors, 5 warnings, 3 notes". */
export function sayLevels(findings: readonly Finding[]): string {
  const of = (level: Level): string => sayCount(findings.filter((finding) => finding.level === level).length, level)
  return `${of('error')}, ${of('warning')}, ${of('note')}`
}

/** "error duplicate-name a/SKILL.md:2: two skills carry ...". */
export function sayFinding({ level, rule, places, message }: Finding): string {
  const where = places.map(sayPlace).filter((place) => place !== '')
  const more = where.length > 2 ? ` and ${where.length - 2} more` : ''
  const shown = where.length === 0 ? '' : ` ${where.slice(0, 2).join(', ')}${more}`
  return `${level} ${rule}${shown}: ${visible(message)}`
}
