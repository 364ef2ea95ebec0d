import { expect, test } from 'vitest'
import { captionWords } from '../../src/overview/caption.ts'
import { layout } from '../../src/overview/layout.ts'
import { textSize } from '../../src/overview/marks.ts'
import { overviewOf } from '../../src/overview/model.ts'
import { atMostWide } from '../../src/overview/wrap.ts'
import { claimed, measured, paper, stateOf } from './state.ts'

const long = `${'A long statement of this claim, '.repeat(7)}at last`
const needs = `${'their data and the code that made it, '.repeat(7)}in full`
const far: [number, number] = [-1234567, 1234567]
const page = 394

/** So many claims: the first long, the second with a far scale, the last not testable, the others plain. */
function overviewWith(count: number) {
  const names = Array.from({ length: count }, (_, i) => `claim-${i + 1}`)
  const claims = names.map((id, i) =>
    claimed(id, `A${(i + 2) >> 1}`, {
      ...(i === 0 ? { statement: long } : {}),
      ...(i === count - 1 ? { measure: null, needs } : {}),
    }),
  )
  const measures = names.slice(0, -1).map((id, i) => measured(id, i + 3, i === 1 ? { i90: far, i995: far } : {}))
  return overviewOf(stateOf(claims, { one: measures }), paper)
}

test('from 13 claims on a page is compact and says where the rest stands', () => {
  for (const [count, compact] of [
    [12, false],
    [13, true],
  ] as const) {
    const overview = overviewWith(count)
    const said = layout(overview, page).texts.some(({ text }) => text.startsWith('Would change it'))
    expect(said).toBe(!compact)
    expect(captionWords(overview).text.includes('stands in the report and in `repro show`')).toBe(compact)
  }
  expect(layout(overviewWith(13), page).height).toBeLessThan(0.75 * layout(overviewWith(12), page).height)
})

test('a long statement is set smaller and stays whole, and a long reason takes at most three lines', () => {
  const { texts } = layout(overviewWith(13), page)
  const joined = (style: string) => texts.filter((one) => one.style === style).map(({ text }) => text)
  expect(joined('small').join(' ')).toContain(long)
  expect(joined('compact').join(' ')).not.toContain('A long statement')
  const reason = joined('quiet')
  expect(reason.join(' ')).toContain(needs)
  expect(reason.length).toBeLessThanOrEqual(3)
})

test('dots stand on their bands, no text leaves the page, and none lies over another', () => {
  const overview = overviewWith(13)
  const marks = layout(overview, page)
  const strips = overview.groups.flatMap(({ rows }) => rows.flatMap(({ strip }) => strip ?? []))
  const [, ...dots] = marks.dots
  const scales = marks.lines.filter(({ weight }) => weight === 'scale')
  expect(scales).toHaveLength(12)
  for (const [i, { value, ends }] of strips.entries()) {
    const { x, x2 } = scales[i]!
    expect(dots[i]!.x).toBeCloseTo(x + ((value - ends[0]) / (ends[1] - ends[0])) * (x2 - x), 9)
    expect(x2 - x).toBeGreaterThan(35)
  }
  const boxes = marks.texts.map(({ x, y, text, style }) => {
    const { size, line } = textSize[style]
    const wide = atMostWide(text, size)
    return { x: style === 'right' ? x - wide : x, x2: style === 'right' ? x : x + wide, y, half: line / 2 - 0.6 }
  })
  for (const [i, a] of boxes.entries()) {
    expect(a.x2).toBeLessThanOrEqual(page)
    expect(a.y).toBeLessThan(marks.height)
    for (const b of boxes.slice(i + 1))
      expect(a.x < b.x2 && b.x < a.x2 && Math.abs(a.y - b.y) < a.half + b.half).toBe(false)
  }
})
