import type { AuditReport } from '../report.ts'
import type { Block, Table } from './block.ts'
import { sayLibrary } from './labels.ts'
import { pageOf } from './page.ts'
import { columns, cut, folded, visible, widthOf } from './say.ts'

const width = 110

/**
 * A report for a terminal: what the agent can see first, what to do last. `heading` marks titles, e.g. in bold; `next`
 * is the closing line. Nothing in it can move a cursor or change a colour (`visible`) but what `heading` adds.
 */
export function textOf(
  report: AuditReport,
  { top, heading, next }: { readonly top: number; heading(title: string): string; readonly next: string },
): string {
  const lines = [`${visible(report.library.source)}: ${sayLibrary(report.library)}`]
  for (const { title, blocks } of pageOf(report, { top })) lines.push('', heading(title), ...blocks.flatMap(blockLines))
  lines.push('', ...folded(`Next: ${visible(next)}`, width))
  return `${lines.join('\n')}\n`
}

function blockLines(block: Block): string[] {
  if (block.kind === 'table') return tableLines(block).map((row) => `  ${row}`)
  if (block.kind === 'line') return folded(block.text, width - 4).map((text, i) => `  ${i === 0 ? '' : '  '}${text}`)
  return block.items.flatMap(({ text, more }, i) => [
    `  ${String(i + 1).padStart(2)}. ${text}`,
    ...(more.length === 0 ? [] : [`      ${shortened(more, width - 6)}`]),
  ])
}

/** All parts if they fit, else all but the last, cut where even that is too long. */
function shortened(parts: readonly string[], cells: number): string {
  const whole = parts.join('; ')
  return widthOf(whole) <= cells || parts.length < 3 ? cut(whole, cells) : cut(parts.slice(0, -1).join('; '), cells)
}

/** One line a row; where a row is too long for that, the last cell of each stands below the others. */
function tableLines({ head, rows, right }: Table): string[] {
  const whole = columns([head, ...rows], right)
  if (whole.every((row) => widthOf(row) <= width - 2)) return whole
  const [heads, ...lines] = columns(
    [head, ...rows].map((row) => row.slice(0, -1)),
    right,
  )
  return [heads!, ...lines.flatMap((line, i) => [line, `    ${rows[i]!.at(-1)!}`])]
}
