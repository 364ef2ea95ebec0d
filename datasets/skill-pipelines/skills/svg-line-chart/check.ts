import { type Asked, askedOf, follows, misplacedNumber, says, standsBeside, writtenIn } from '../../checks/charts.ts'
import { cellNumber } from '../../checks/numbers.ts'
import { judgeProduced, type Step, textOf } from '../../checks/step.ts'
import { type Element, elementsOf, onSheet, propertyOf, svgOf } from '../../checks/svg.ts'

type Point = readonly [number, number]

/**
 * One visible line with a point for each row: heights follow the values, places follow x (the row, where x is no number).
 * What stands at its two ends is written, labels stand at their points and numbers at their heights.
 */
export default function check(step: Step): string[] {
  const asked = askedOf(step)
  if (typeof asked === 'string') return [asked]
  return judgeProduced(step, ['.svg'], (name) => {
    const root = svgOf(textOf(step.after, name))
    if (asked.title !== undefined && !says(root, asked.title)) return [`${name} does not say "${asked.title}"`]
    const visible = onSheet(root)
    const lines = elementsOf(root)
      .filter((element) => isDrawn(root, element))
      .map(({ attributes }) => pointsOf(attributes.points ?? attributes.d ?? ''))
      .filter((points) => points.length === asked.values.length && points.every(([x, y]) => visible(x, y)))
    if (lines.length === 0) return [`${name} has no visible line of ${asked.values.length} points on its sheet`]
    const line = lines.find((points) => shows(points, asked))
    if (line === undefined) return [`the line of ${name} does not follow the values`]
    return againstTexts(root, line, asked).map((reason) => `${name} ${reason}`)
  })
}

/** Whether an element has a stroke that can be seen; a style sheet may say so where the element does not. */
function isDrawn(root: Element, element: Element): boolean {
  const of = (key: string): string | undefined => propertyOf(root, element, key)
  const styled = elementsOf(root).some(({ name }) => name === 'style')
  const stroke = of('stroke') ?? (styled ? 'styled' : 'none')
  const shares = ['stroke-width', 'stroke-opacity', 'opacity'].map((key) => Number.parseFloat(of(key) ?? '1'))
  return !/^(none|transparent|white|#fff|#ffffff)$/i.test(stroke) && shares.every((share) => share > 0)
}

function againstTexts(root: Element, line: readonly Point[], asked: Asked): string[] {
  const { labels, values } = asked
  const places = line.map(([x]) => x)
  const ends = [Math.min(...places), Math.max(...places)].map((place) => labels[places.indexOf(place)]!)
  const unsaid = ends.find((label) => !says(root, label))
  if (unsaid !== undefined) return [`does not say "${unsaid}" at an end of its line`]
  const texts = writtenIn(root)
  const along = texts.map(({ words, x }) => ({ words, at: x }))
  if (!standsBeside(along, labels, places, { slack: 12, most: 60 })) return ['has a label away from its point']
  const [low, high] = [values.indexOf(Math.min(...values)), values.indexOf(Math.max(...values))]
  if (values[low] === values[high]) return []
  const slope = (line[high]![1] - line[low]![1]) / (values[high]! - values[low]!)
  const up = texts.map(({ words, y }) => ({ words, at: y }))
  const wrong = misplacedNumber(up, asked, (value) => line[low]![1] + slope * (value - values[low]!))
  return wrong === null ? [] : [`has the number ${wrong} at the height of another`]
}

/** The points of a polyline, or of a path that moves once and then goes straight. */
function pointsOf(text: string): Point[] {
  if (!/^\s*M?[^A-Za-z]*(L[^A-Za-z]*)*$/.test(text.replace(/(\d)e([-+]?\d)/gi, '$1$2'))) return []
  const numbers = (text.match(/[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?/gi) ?? []).map(Number)
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!])
}

function shows(line: readonly Point[], { labels, values }: Asked): boolean {
  const [across, down] = [0, 1].map((side) => line.map((point) => point[side]!)) as [number[], number[]]
  if (!follows(down, values, -1)) return false
  const numbers = labels.map(cellNumber)
  if (!numbers.some(Number.isNaN)) return follows(across, numbers, 1)
  const times = labels.map((label) =>
    Date.parse(label.length > 10 && !/Z|[+-]\d\d:?\d\d$/.test(label) ? `${label}Z` : label),
  )
  const rows = labels.map((_, i) => i)
  return follows(across, rows, 1) || (!times.some(Number.isNaN) && follows(across, times, 1))
}
