import { sayCount, sayWhole } from '../../counted.ts'
import { type AuditReport, type Finding, type Level, type Rule, rules } from '../../report.ts'
import { type Block, line, type Section } from '../block.ts'
import { labelsOf, sayPlaces } from '../labels.ts'
import { sayList, visible } from '../say.ts'

/** Rules whose findings the other sections show already. */
const elsewhere: readonly Rule[] = ['not-shown', 'cut-short', 'collision', 'black-hole', 'never-picked']

/** How many findings there are, and those that no other section shows: those of one rule together. */
export function findingsSection(report: AuditReport, top: number): Section {
  const { findings, library } = report
  const label = labelsOf(report)
  const groups = grouped(findings.filter(({ rule }) => !elsewhere.includes(rule)))
  const blocks: Block[] = groups.slice(0, top).map((group) => line(sayGroup(group, label, top)))
  const rest = groups.slice(top).flat().length
  if (rest > 0) blocks.push(line(`and ${sayCount(rest, 'more finding')}; --top shows them`))
  const above = findings.filter(({ rule }) => elsewhere.includes(rule)).length
  if (above > 0) blocks.push(line(`shown above: ${sayCount(above, 'more finding')}, of ${sayRules(findings)}`))
  const n = library.copies.length
  if (n > 0) blocks.push(line(n === 1 ? '1 exact copy counts once' : `${sayWhole(n)} exact copies count once`))
  return { id: 'findings', title: `Findings: ${sayLevels(findings)}`, blocks }
}

const sayRules = (findings: readonly Finding[]): string =>
  elsewhere.filter((rule) => findings.some((finding) => finding.rule === rule)).join(', ')

/** Findings of one rule and level together, in the order of the first of each. */
function grouped(findings: readonly Finding[]): (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const key = `${finding.level} ${finding.rule}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups.values()]
}

/** One finding as it is; of several of one rule whom they are about, and what the rule says. */
function sayGroup(group: readonly [Finding, ...Finding[]], label: (id: string) => string, top: number): string {
  const [first, ...others] = group
  if (others.length === 0) return sayFinding(first)
  const subjects = [...new Set(group.map((finding) => subjectOf(finding, label)))]
  const why = rules[first.rule].replace(/^./, (letter) => letter.toLowerCase()).replace(/\.$/, '')
  return `${sayWhole(group.length)} × ${first.level} ${first.rule}: ${sayList(subjects, Math.max(3, top - 2))}; ${why}`
}

/** Whom a finding is about: its skills (those of one name by that name), else its file. */
function subjectOf({ rule, key, skills, places }: Finding, label: (id: string) => string): string {
  if (rule === 'duplicate-name') return visible(key.slice(rule.length + 1))
  return skills.length > 0 ? skills.map(label).join(' / ') : (sayPlaces(places)[0] ?? 'the input')
}

/** "2 errors, 5 warnings, 3 notes". */
export function sayLevels(findings: readonly Finding[]): string {
  const of = (level: Level): string => sayCount(findings.filter((finding) => finding.level === level).length, level)
  return `${of('error')}, ${of('warning')}, ${of('note')}`
}

/** "error duplicate-name a/SKILL.md:2: two skills carry ...". A place that the message itself begins with is not said twice. */
export function sayFinding({ level, rule, places, message }: Finding): string {
  const where = sayPlaces(places)
  const more = where.length > 2 ? ` and ${sayWhole(where.length - 2)} more` : ''
  const said = visible(message)
  const again = where.length === 0 || (where.length === 1 && said.startsWith(`${where[0]}: `))
  return `${level} ${rule}${again ? '' : ` ${where.slice(0, 2).join(', ')}${more}`}: ${said}`
}
