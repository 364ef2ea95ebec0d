import { columnsOf, isCompact } from './columns.ts'
import { layCompactRow } from './layCompactRow.ts'
import { layRow } from './layRow.ts'
import { layLegend } from './legend.ts'
import { addText, addTexts, type Marks, noMarks, textSize } from './marks.ts'
import type { Overview } from './model.ts'
import { atMostWide, wrap } from './wrap.ts'

/** Room above and below a claim in points, and on a compact page. */
const [room, compactRoom] = [2.5, 1.7]

/**
 * The page of a paper as marks in points, on a page of a given width: title, legend, then the claims group by group,
 * as tall as they need. Every place is computed here; the drawing only paints.
 */
export function layout(overview: Overview, page: number): Marks {
  const columns = columnsOf(overview, page)
  const compact = isCompact(overview)
  const [lay, around] = compact ? [layCompactRow, compactRoom] : [layRow, room]
  const marks = noMarks()
  const title = wrap(`State of the evidence: ${overview.title}`, page, textSize.title.size)
  let y = addTexts(marks, title, { x: 0, y: 0, style: 'title' }) + 2
  y = layLegend(marks, overview, page, y) + 4
  for (const { title, counts, rows } of overview.groups) {
    marks.lines.push({ x: 0, x2: page, y, weight: 'heavy' })
    y += 3
    addText(marks, { x: 0, y, text: `${title}:`, style: 'heading' })
    y = addText(marks, {
      x: atMostWide(`${title}:`, textSize.heading.size) + 2,
      y,
      text: counts,
      style: 'statement',
    })
    y += 2
    for (const [i, row] of rows.entries()) {
      const follows = i > 0 && rows[i - 1]!.ref === row.ref
      // Where no line comes between two claims of a compact page the room below the first is enough.
      const above = follows && compact ? 0 : around
      if (!follows) {
        marks.lines.push({ x: 0, x2: page, y, weight: 'light' })
        addText(marks, { x: 0, y: y + above, text: row.ref, style: 'ref' })
      }
      y = lay(marks, row, columns, y + above) + around
    }
  }
  return { ...marks, height: y }
}
