import type { AuditReport } from '../report.ts'
import type { Block } from './block.ts'
import { pageOf } from './page.ts'
import { columns, cut, folded, sayCount, visible } from './say.ts'

const width = 110

/**
 * A report for a terminal: what the agent can see first, what to do last. `heading` marks titles, e.g. in bold; `next`
 * is the closing line. Nothing in it can move a cursor or change a colour (`visible`) but what `heading` adds.
 */
export function textOf(
  report: AuditReport,
  { top, heading, next }: { readonly top: number; heading(title: string): string; readonly next: string },
): string {
  const { source, skills } = report.library
  const lines = [`${visible(source)}: ${sayCount(skills.length, 'skill')}`]
  for (const { title, blocks } of pageOf(report, { top })) lines.push('', heading(title), ...blocks.flatMap(blockLines))
  lines.push('', ...folded(`Next: ${visible(next)}`, width))
  return `${lines.join('\n')}\n`
}

function blockLines(block: Block): string[] {
  if (block.kind === 'table') return columns([block.head, ...block.rows], block.right).map((row) => `  ${row}`)
  if (block.kind === 'line') return folded(block.text, width - 4).map((text, i) => `  ${i === 0 ? '' : '  '}${text}`)
  return block.items.flatMap(({ text, more }, i) => [
    `  ${String(i + 1).padStart(2)}. ${text}`,
    ...(more === '' ? [] : [`      ${cut(more, width - 6)}`]),
  ])
}
