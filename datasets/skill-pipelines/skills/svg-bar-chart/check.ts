import { type Asked, askedOf, misplacedNumber, says, standsBeside, writtenIn } from '../../checks/charts.ts'
import { judgeProduced, type Step, textOf } from '../../checks/step.ts'
import { type Element, elementsOf, onSheet, svgOf, wordsOf } from '../../checks/svg.ts'

type Bar = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Its tooltip; empty if it has none. */
  readonly tip: string
}
/** A text by its place along the line of bars (`x`) and beside it (`y`). */
type Word = { readonly words: string; readonly x: number; readonly y: number }

/**
 * As many bars as rows, in their order, from one line, with lengths in proportion to the values; upright or lying. Labels
 * stand at their bars, tooltips are those of their bars, and numbers stand where their values end.
 */
export default function check(step: Step): string[] {
  const asked = askedOf(step)
  if (typeof asked === 'string') return [asked]
  return judgeProduced(step, ['.svg'], (name) => {
    const root = svgOf(textOf(step.after, name))
    const unsaid = [asked.title ?? '', ...asked.labels].find((words) => !says(root, words))
    if (unsaid !== undefined && unsaid !== '') return [`${name} does not say "${unsaid}"`]
    const bars = barsOf(root)
    const lying = bars.map(({ x, y, width, height, tip }) => ({
      x: y,
      y: -x - width,
      width: height,
      height: width,
      tip,
    }))
    const words = writtenIn(root)
    const ways = [
      { groups: sameWidth(bars), texts: words },
      { groups: sameWidth(lying), texts: words.map(({ x, y, ...text }) => ({ ...text, x: y, y: -x })) },
    ].flatMap(({ groups, texts }) =>
      groups.filter((group) => shows(group, asked)).map((group) => againstWords(group, texts, asked)),
    )
    if (ways.length === 0) return [`${name} has no ${asked.values.length} bars as long as the values`]
    const reason = ways.includes(null) ? null : ways[0]!
    return reason === null ? [] : [`${name} ${reason}`]
  })
}

/** All rectangles on the sheet but those that cover the whole of it. */
function barsOf(root: Element): Bar[] {
  const covers = (side: string | undefined, whole: string | undefined): boolean =>
    side === '100%' || (whole !== undefined && Number.parseFloat(side ?? '0') >= Number.parseFloat(whole))
  const visible = onSheet(root)
  return elementsOf(root)
    .filter(({ name }) => name === 'rect')
    .map((rect) => ({ ...rect.attributes, tip: wordsOf(rect).trim() }) as Record<string, string>)
    .filter(({ width, height }) => !covers(width, root.attributes.width) || !covers(height, root.attributes.height))
    .map(({ x = '0', y = '0', width = '0', height = '0', tip = '' }) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
      tip,
    }))
    .filter(({ x, y, width, height }) => visible(x, y) && visible(x + width, y + height))
}

function sameWidth(bars: readonly Bar[]): Bar[][] {
  const widths = [...new Set(bars.map(({ width }) => Math.round(width * 10)))]
  return widths.map((width) => bars.filter((bar) => Math.abs(bar.width * 10 - width) <= 1))
}

/** Upright bars: left to right in order, above the line for positive values and below it for negative ones. */
function shows(bars: readonly Bar[], { values }: Asked): boolean {
  if (bars.length !== values.length || bars.some((bar, i) => i > 0 && bar.x <= bars[i - 1]!.x)) return false
  const largest = Math.max(...values.map(Math.abs))
  const longest = Math.max(...bars.map(({ height }) => height))
  const scale = largest === 0 ? 0 : longest / largest
  const base = bars.map((bar, i) => (values[i]! < 0 ? bar.y : bar.y + bar.height))
  return (
    (largest === 0 || longest >= 20) &&
    bars.every((bar, i) => Math.abs(bar.height - scale * Math.abs(values[i]!)) <= 1) &&
    base.every((line) => Math.abs(line - base[0]!) <= 1)
  )
}

/** What is wrong with the words around upright bars that are right, or null. */
function againstWords(bars: readonly Bar[], texts: readonly Word[], asked: Asked): string | null {
  const { labels, values } = asked
  const strange = bars.find(({ tip }, i) => tip !== '' && !tip.includes(labels[i]!.trim()))
  if (strange !== undefined) return `has a bar that is called "${strange.tip}"`
  const centres = bars.map(({ x, width }) => x + width / 2)
  const gap = Math.min(...centres.slice(1).map((centre, i) => centre - centres[i]!), 1000)
  const along = texts.map(({ words, x }) => ({ words, at: x }))
  if (!standsBeside(along, labels, centres, { slack: gap / 2, most: gap * 0.6 })) return 'has a label away from its bar'
  const longest = bars.findIndex((_, i) => Math.abs(values[i]!) === Math.max(...values.map(Math.abs)))
  const [bar, value] = [bars[longest]!, values[longest]!]
  if (value === 0) return null
  const base = value < 0 ? bar.y : bar.y + bar.height
  const up = texts.map(({ words, y }) => ({ words, at: y }))
  const wrong = misplacedNumber(up, asked, (number) => base - (bar.height / Math.abs(value)) * number)
  return wrong === null ? null : `has the number ${wrong} away from its value`
}
