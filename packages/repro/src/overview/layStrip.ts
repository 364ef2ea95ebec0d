import { groupDigits } from '@lawbook/figures'
import { addText, addTexts, type Marks, textSize } from './marks.ts'
import type { Strip } from './strip.ts'
import { atMostWide, wrap } from './wrap.ts'

/** How wide the box of a single value is. */
const thinnest = 2

type Place = { readonly strip: number; readonly stripWidth: number }
type Band = { readonly x: number; readonly width: number; readonly y: number; readonly height: number }

/**
 * A strip below `top`: the estimate in words, the band, and below it the numbers at its ends. Returns where it ends.
 */
export function layStrip(marks: Marks, strip: Strip, estimate: string, place: Place, top: number): number {
  const { strip: x, stripWidth: width } = place
  const y = layEstimate(marks, estimate, place, top) + 1.5
  const height = 9
  layBand(marks, strip, { x, width, y, height })
  return layEnds(marks, strip, place, y + height + 0.5)
}

/** A thinner strip with the numbers on both sides of the band, or below it where they would leave it too little room. */
export function layThinStrip(marks: Marks, strip: Strip, estimate: string, place: Place, top: number): number {
  const { strip: x, stripWidth: width } = place
  const y = layEstimate(marks, estimate, place, top) + 1
  const height = 6
  const [left, right] = strip.ends.map((end) => atMostWide(groupDigits(end), textSize.left.size) + 2) as [
    number,
    number,
  ]
  if (left + right > width / 2) {
    layBand(marks, strip, { x, width, y, height })
    return layEnds(marks, strip, place, y + height + 0.5)
  }
  layBand(marks, strip, { x: x + left, width: width - left - right, y: y + (textSize.left.line - height) / 2, height })
  return layEnds(marks, strip, place, y)
}

function layEstimate(marks: Marks, estimate: string, { strip: x, stripWidth }: Place, top: number): number {
  return addTexts(marks, wrap(estimate, stripWidth, textSize.small.size), { x, y: top, style: 'small' })
}

function layEnds(marks: Marks, { ends: [left, right] }: Strip, { strip: x, stripWidth }: Place, y: number): number {
  addText(marks, { x, y, text: groupDigits(left), style: 'left' })
  return addText(marks, { x: x + stripWidth, y, text: groupDigits(right), style: 'right' })
}

/** What the rule looks for, no effect, the two intervals and the value. */
function layBand(marks: Marks, strip: Strip, { x, width, y, height }: Band): void {
  const [left, right] = strip.ends
  const at = (value: number): number => x + ((value - left) / (right - left)) * width
  const middle = y + height / 2
  const addBox = (kind: 'looked' | 'claimed', [from, to]: readonly [number, number]): void => {
    // A box is visible, however narrow its values are.
    const more = Math.max(0, thinnest - (at(to) - at(from))) / 2
    marks.boxes.push({ x: at(from) - more, x2: at(to) + more, y, y2: y + height, kind })
  }
  addBox('looked', strip.looked)
  if (strip.claimed !== null) addBox('claimed', strip.claimed)
  marks.lines.push({ x, x2: x + width, y: middle, weight: 'scale' })
  if (strip.neutral !== null) marks.neutrals.push({ x: at(strip.neutral), y: y - 1, y2: y + height + 1 })
  if (strip.beyond !== null)
    marks.arrows.push({ x: strip.beyond === 'left' ? x + 2 : x + width - 2, y: middle, to: strip.beyond })
  for (const weight of ['outer', 'inner'] as const) {
    const [lo, hi] = strip[weight]
    marks.lines.push({ x: at(lo), x2: at(hi), y: middle, weight })
  }
  marks.dots.push({ x: at(strip.value), y: middle })
}
