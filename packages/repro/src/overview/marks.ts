import type { Verdict } from '@lawbook/schemas'

/** The kinds of text on the page: size and height of a line, in points. */
export const textSize = {
  title: { size: 8, line: 10.5 },
  heading: { size: 7, line: 9 },
  ref: { size: 7, line: 8.2 },
  statement: { size: 7, line: 8.2 },
  compact: { size: 6.5, line: 7.6 },
  verdict: { size: 7, line: 8.2 },
  small: { size: 6, line: 7.1 },
  quiet: { size: 6, line: 7.1 },
  left: { size: 6, line: 7.1 },
  right: { size: 6, line: 7.1 },
} as const

export type TextStyle = keyof typeof textSize

/** What is to be painted, in points from the top left corner of the page. */
export type Marks = {
  readonly height: number
  readonly texts: { x: number; y: number; text: string; style: TextStyle; verdict: Verdict | null }[]
  /** Horizontal lines: between claims, scales of strips, and intervals. */
  readonly lines: { x: number; x2: number; y: number; weight: 'heavy' | 'light' | 'scale' | 'outer' | 'inner' }[]
  /** Upright dashes: no effect. */
  readonly neutrals: { x: number; y: number; y2: number }[]
  readonly boxes: { x: number; x2: number; y: number; y2: number; kind: 'looked' | 'claimed' }[]
  readonly dots: { x: number; y: number }[]
  /** Arrows to a value that lies off its strip. */
  readonly arrows: { x: number; y: number; to: 'left' | 'right' }[]
  readonly verdicts: { x: number; y: number; verdict: Verdict }[]
}

export function noMarks(): Marks {
  return { height: 0, texts: [], lines: [], neutrals: [], boxes: [], dots: [], arrows: [], verdicts: [] }
}

type Text = { readonly x: number; readonly y: number; readonly style: TextStyle }

/** A line of text whose top is at `y`; returns where it ends. */
export function addText(marks: Marks, text: Text & { readonly text: string; readonly verdict?: Verdict }): number {
  const { line } = textSize[text.style]
  marks.texts.push({ verdict: null, ...text, y: text.y + line / 2 })
  return text.y + line
}

/** Lines of text below one another. */
export function addTexts(marks: Marks, lines: readonly string[], text: Text): number {
  return lines.reduce((y, line) => addText(marks, { ...text, y, text: line }), text.y)
}
