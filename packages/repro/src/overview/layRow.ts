import { type Columns, gap } from './columns.ts'
import { layStrip } from './layStrip.ts'
import { layVerdict } from './layVerdict.ts'
import { addTexts, type Marks, textSize } from './marks.ts'
import type { OverviewRow } from './model.ts'
import { wrap } from './wrap.ts'

/** One claim below `top`; returns where it ends. */
export function layRow(marks: Marks, row: OverviewRow, columns: Columns, top: number): number {
  const { page, statement, statementWidth, strip, verdict } = columns
  const said = wrap(row.statement, statementWidth, textSize.statement.size)
  let under = addTexts(marks, said, { x: statement, y: top, style: 'statement' })
  let beside = top
  if (row.strip === null || row.estimate === null) {
    const why = wrap(row.why, page - strip, textSize.small.size)
    under = Math.max(under, addTexts(marks, why, { x: strip, y: layVerdict(marks, row, strip, top), style: 'small' }))
  } else {
    under = Math.max(under, layStrip(marks, row.strip, row.estimate, columns, top))
    const facts = [`${row.evidence} evidence`, ...row.power]
    beside = addTexts(marks, facts, { x: verdict, y: layVerdict(marks, row, verdict, top), style: 'small' })
  }
  return layDecides(marks, row.decides, columns, under + 0.5, beside)
}

/**
 * What would change a verdict: left of the verdict's column, or across the page below that column, which ends at
 * `beside`, whichever ends sooner.
 */
function layDecides(marks: Marks, decides: string, columns: Columns, under: number, beside: number): number {
  const { page, statement: x, verdict } = columns
  const { size, line } = textSize.quiet
  const [narrow, wide] = [verdict - gap, page].map((end) => wrap(`Would change it: ${decides}`, end - x, size))
  const clear = Math.max(under, beside)
  if (clear + wide!.length * line < Math.max(beside, under + narrow!.length * line))
    return addTexts(marks, wide!, { x, y: clear, style: 'quiet' })
  return Math.max(beside, addTexts(marks, narrow!, { x, y: under, style: 'quiet' }))
}
