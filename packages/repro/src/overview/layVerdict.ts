import { seenSign } from './legend.ts'
import { addText, type Marks, textSize } from './marks.ts'
import type { OverviewRow } from './model.ts'
import { atMostWide } from './wrap.ts'

/** Room that the shape of a verdict takes before its word, in points. */
const shape = 9

/** The word of a verdict beside its shape; returns where it ends. */
export function layVerdict(marks: Marks, row: OverviewRow, x: number, top: number): number {
  const { verdict } = row
  marks.verdicts.push({ x: x + 3, y: top + textSize.verdict.line / 2, verdict })
  return addText(marks, { x: x + shape, y: top, text: wordOf(row), style: 'verdict', verdict })
}

/** How wide the word of a verdict and its shape are at most. */
export function verdictWidth(row: OverviewRow): number {
  return shape + atMostWide(wordOf(row), textSize.verdict.size)
}

function wordOf({ verdict, seen }: OverviewRow): string {
  return seen ? `${verdict} ${seenSign}` : verdict
}
