import { addText, type Marks, textSize } from './marks.ts'
import type { Overview } from './model.ts'
import { atMostWide } from './wrap.ts'

/** Marks a verdict whose line was drawn after the outcome was known. */
export const seenSign = '†'

/** A sign and what it means: how wide it is, whether the page has it, and its marks with their middle at x and y. */
type Item = {
  readonly text: string
  readonly width: number
  readonly shown: boolean
  readonly add?: (x: number, y: number) => void
}

/** What the signs of the page mean, in lines below `top`; only of signs that it has. Returns where they end. */
export function layLegend(marks: Marks, overview: Overview, page: number, top: number): number {
  const line = textSize.small.line + 2
  let [x, y] = [0, top - line]
  let end = Number.POSITIVE_INFINITY
  for (const { text, width, add } of itemsOf(marks, overview).filter(({ shown }) => shown)) {
    const wide = width + 4 + atMostWide(text, textSize.small.size)
    if (end + wide > page) [x, y] = [0, y + line]
    add?.(x, y + line / 2)
    addText(marks, { x: x + width, y: y + 1, text, style: 'small' })
    end = x + wide
    x = end + 4
  }
  return y + line
}

function itemsOf(marks: Marks, { groups }: Overview): Item[] {
  const rows = groups.flatMap((group) => group.rows)
  const strips = rows.map(({ strip }) => strip).filter((strip) => strip !== null)
  const box = (kind: 'looked' | 'claimed') => (x: number, y: number) =>
    marks.boxes.push({ x, x2: x + 14, y: y - 3.5, y2: y + 3.5, kind })
  return [
    { text: 'what the claim allows', width: 17, shown: strips.length > 0, add: box('looked') },
    {
      text: 'claimed size, where only the shaded direction is judged',
      width: 17,
      shown: strips.some(({ claimed }) => claimed !== null),
      add: box('claimed'),
    },
    {
      text: 'no effect',
      width: 4,
      shown: strips.some(({ neutral }) => neutral !== null),
      add: (x, y) => marks.neutrals.push({ x: x + 1, y: y - 4, y2: y + 4 }),
    },
    {
      text: 'no effect lies off the strip',
      width: 6,
      shown: strips.some(({ beyond }) => beyond !== null),
      add: (x, y) => marks.arrows.push({ x: x + 2, y, to: 'left' }),
    },
    {
      text: 'recomputed, 90 % and 99.5 % intervals',
      width: 27,
      shown: strips.length > 0,
      add: (x, y) => addEstimate(marks, x, y),
    },
    { text: `${seenSign} line drawn after the outcome was known`, width: 0, shown: rows.some(({ seen }) => seen) },
  ]
}

function addEstimate(marks: Marks, x: number, y: number): void {
  marks.lines.push({ x, x2: x + 24, y, weight: 'outer' }, { x: x + 5, x2: x + 19, y, weight: 'inner' })
  marks.dots.push({ x: x + 12, y })
}
