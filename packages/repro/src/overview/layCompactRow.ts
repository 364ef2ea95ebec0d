import { type Columns, gap } from './columns.ts'
import { layThinStrip } from './layStrip.ts'
import { layVerdict, verdictWidth } from './layVerdict.ts'
import { addText, addTexts, type Marks, type TextStyle, textSize } from './marks.ts'
import type { OverviewRow } from './model.ts'
import { atMostWide, wrap } from './wrap.ts'

/** One claim of a page with many below `top`; returns where it ends. */
export function layCompactRow(marks: Marks, row: OverviewRow, columns: Columns, top: number): number {
  const { page, statement: x, statementWidth, verdict } = columns
  const facts = layFacts(marks, row, columns, top)
  if (row.strip !== null && row.estimate !== null) {
    const said = layStatement(marks, row.statement, x, statementWidth, top)
    return Math.max(facts, said, layThinStrip(marks, row.strip, row.estimate, columns, top))
  }
  // Nothing to draw: the statement takes the room of the strip, and the reason all that is free.
  const left = verdict - gap - x
  const said = layStatement(marks, row.statement, x, left, top)
  const why = wrap(row.why, row.evidence === null ? page - x : left, textSize.quiet.size)
  return Math.max(facts, addTexts(marks, why, { x, y: said, style: 'quiet' }))
}

/** A statement of more than three lines is set smaller. */
function layStatement(marks: Marks, statement: string, x: number, width: number, y: number): number {
  const lines = (style: TextStyle) => wrap(statement, width, textSize[style].size)
  const style = lines('compact').length > 3 ? 'small' : 'compact'
  return addTexts(marks, lines(style), { x, y, style })
}

/** The verdict with the kind of its evidence beside it where there is room, else below it with the power of the rule. */
function layFacts(marks: Marks, row: OverviewRow, { page, verdict: x }: Columns, top: number): number {
  const y = layVerdict(marks, row, x, top)
  if (row.evidence === null) return y
  const { size } = textSize.small
  const after = x + verdictWidth(row) + 3
  const fits = after + atMostWide(row.evidence, size) <= page
  if (fits) addText(marks, { x: after, y: top + 0.5, text: row.evidence, style: 'small' })
  const facts = fits ? row.power : [row.evidence, ...row.power]
  return addTexts(marks, lined(facts, page - x, size), { x, y, style: 'small' })
}

/** Facts in lines of at most so many points, each fact in one line. */
function lined(facts: readonly string[], width: number, size: number): string[] {
  const lines: string[] = []
  for (const fact of facts) {
    const longer = lines.length === 0 ? fact : `${lines.at(-1)}, ${fact}`
    if (lines.length > 0 && atMostWide(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(fact)
  }
  return lines
}
