import { cellNumber } from './numbers.ts'
import { type Step, sourcesOf, tableOf } from './step.ts'
import { type Element, elementsOf, isMoved, wordsOf } from './svg.ts'

/** What a chart is asked to show: a label and a value for each row of the source. */
export type Asked = { readonly labels: readonly string[]; readonly values: readonly number[]; readonly title?: string }

/** The rows that the step asks for, or the reason why there is no chart of them. */
export function askedOf(step: Step): Asked | string {
  const source = sourcesOf(step, ['.csv'])[0]
  if (source === undefined) return 'there is no table'
  const { columns, rows } = tableOf(step.before, source)
  const [x, y, title] = [step.input.x, step.input.y, step.input.title].map((value) => value as string | undefined)
  const missing = [x, y].find((column) => !columns.includes(String(column)))
  if (missing !== undefined) return `${source} has no column ${missing}`
  const values = rows.map((row) => cellNumber(row[y!]))
  if (values.length === 0 || values.some(Number.isNaN)) return `${source} has no number in every row of ${y}`
  return { labels: rows.map((row) => row[x!]!), values, ...(title === undefined ? {} : { title }) }
}

/** A text that is drawn, and where. */
export type Written = { readonly words: string; readonly x: number; readonly y: number }

/** The texts of a drawing that say where they stand; none where parts of the drawing are moved about. */
export function writtenIn(root: Element): Written[] {
  if (isMoved(root)) return []
  return elementsOf(root)
    .filter(({ name, attributes }) => name === 'text' && 'x' in attributes && 'y' in attributes)
    .map((text) => ({
      words: wordsOf(text).replace(/\s+/g, ' ').trim(),
      x: Number.parseFloat(text.attributes.x!),
      y: Number.parseFloat(text.attributes.y!),
    }))
}

/**
 * Whether texts along an axis stand at what they name: all as far beside it as each other (an anchor moves them all alike),
 * to within `slack` pixels, and none further than `most`. `places` are where the things with the labels stand.
 */
export function standsBeside(
  texts: readonly { readonly words: string; readonly at: number }[],
  labels: readonly string[],
  places: readonly number[],
  { slack, most }: { readonly slack: number; readonly most: number },
): boolean {
  const offsets = texts.flatMap(({ words, at }) => {
    const own = places.filter((_, i) => labels[i]!.replace(/\s+/g, ' ').trim() === words).map((place) => at - place)
    return own.length === 0 ? [] : [own.reduce((best, one) => (Math.abs(one) < Math.abs(best) ? one : best))]
  })
  return (
    offsets.length === 0 ||
    (Math.max(...offsets) - Math.min(...offsets) <= slack && offsets.every((offset) => Math.abs(offset) <= most))
  )
}

/** The first number that is written along the axis of values and stands further than a line of text from its value, or null. */
export function misplacedNumber(
  texts: readonly { readonly words: string; readonly at: number }[],
  asked: Asked,
  placeOf: (value: number) => number,
): string | null {
  const free = texts.filter(({ words }) => words !== asked.title && !asked.labels.includes(words))
  const wrong = free.find(({ words, at }) => {
    const value = cellNumber(words)
    return !Number.isNaN(value) && Math.abs(at - placeOf(value)) > 20
  })
  return wrong?.words ?? null
}

/** Whether some text, a tooltip included, holds the words; spaces count once. */
export function says(root: Element, words: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()
  return elementsOf(root).some(
    ({ name, ...element }) =>
      ['text', 'title', 'tspan', 'desc'].includes(name) && plain(wordsOf({ name, ...element })).includes(plain(words)),
  )
}

/** Whether pixels follow values in proportion to within one pixel, and in the direction of `sign`. */
export function follows(pixels: readonly number[], values: readonly number[], sign: 1 | -1): boolean {
  const [low, high] = [values.indexOf(Math.min(...values)), values.indexOf(Math.max(...values))]
  const span = values[high]! - values[low]!
  if (span === 0) return pixels.every((pixel) => Math.abs(pixel - pixels[0]!) <= 1)
  const slope = (pixels[high]! - pixels[low]!) / span
  const visible = Math.abs(pixels[high]! - pixels[low]!) >= 20 && Math.sign(slope) === sign
  return (
    visible && values.every((value, i) => Math.abs(pixels[low]! + slope * (value - values[low]!) - pixels[i]!) <= 1)
  )
}
