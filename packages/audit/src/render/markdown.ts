import { sayCount, sayWhole } from '../counted.ts'
import type { AuditReport, Finding } from '../report.ts'
import type { Block } from './block.ts'
import { sayLibrary } from './labels.ts'
import { pageOf } from './page.ts'
import { visible } from './say.ts'
import { sayFinding } from './sections/findings.ts'

/** The longest comment that GitHub takes, in characters. */
const longest = 65_535
const rowsShown = 20

/** A text that Markdown shows as it is and that makes no link, no mention, no tag and no end of a table's cell. */
export const plain = (text: string): string =>
  visible(text)
    .replace(/[\\`*_[\]<>#|~$&]/g, (character) => `\\${character}`)
    .replaceAll('@', '@\u2060')

/** A report as Markdown, at most 65,535 characters: what is cut is counted in the last line. */
export function markdownOf(report: AuditReport): string {
  const lines = [`## Audit of ${plain(report.library.source)}: ${sayLibrary(report.library)}`]
  for (const { title, blocks } of pageOf(report, { top: rowsShown }))
    lines.push('', `### ${plain(title)}`, ...blocks.flatMap(blockMarkdown))
  return fitted(lines)
}

export function blockMarkdown(block: Block): string[] {
  if (block.kind === 'line') return ['', plain(block.text)]
  if (block.kind === 'table') return ['', ...tableMarkdown(block.head, block.rows, block.right)]
  return [
    '',
    ...block.items.map(
      ({ text, more }) => `1. ${plain(text)}${more.length === 0 ? '' : `<br>${plain(more.join('; '))}`}`,
    ),
  ]
}

/** A table, one string a line. */
export function tableMarkdown(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`
  return [row(head), `|${head.map((_, i) => (right.includes(i) ? '--:' : '---')).join('|')}|`, ...rows.map(row)]
}

/** A list of findings under a title, one a line; nothing where there are none. */
export function findingsMarkdown(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return []
  return [
    '',
    `**${title}: ${sayWhole(findings.length)}**`,
    '',
    ...findings.map((finding) => `- ${plain(sayFinding(finding))}`),
  ]
}

/** Lines as one text below the limit: whole lines are left out from the end on, and the last line says how many. */
export function fitted(lines: readonly string[], limit = longest): string {
  const whole = `${lines.join('\n')}\n`
  if (whole.length <= limit) return whole
  const room = limit - 80
  let used = 0
  let kept = 0
  while (kept < lines.length && used + lines[kept]!.length + 1 <= room) used += lines[kept++]!.length + 1
  const rest = lines.slice(kept).filter((line) => line !== '').length
  return `${lines.slice(0, kept).join('\n')}\n\n… and ${sayCount(rest, 'more line')}, left out to keep this short\n`
}
