/** Widths of characters in the shipped sans font, in sizes of the font: at least those of its semibold face. */
const classes: readonly (readonly [string, number])[] = [
  [' ijlI’', 0.29],
  ["!,.:;'", 0.33],
  ['`t|()[]/\\', 0.38],
  ['fr', 0.4],
  ['1{}²-_', 0.48],
  ['“”"–*', 0.54],
  ['?saLkxz', 0.575],
  ['7JceFvy', 0.595],
  ['5Ehnou2bdpqg', 0.63],
  ['#3689$PRSZ&0BT4+<=>~−×≥≤', 0.675],
  ['wm…', 0.96],
  ['MW@%', 1.025],
]
const widths = new Map(classes.flatMap(([characters, width]) => [...characters].map((one) => [one, width] as const)))
/** The other capitals, and characters that no class names. */
const other = 0.775

/**
 * A width that a text at most takes, in points, at a font size: texts are laid out before they are drawn, and only the
 * drawing knows the font.
 */
export function atMostWide(text: string, fontSize: number): number {
  return fontSize * [...text].reduce((sum, one) => sum + (widths.get(one) ?? other), 0)
}

/** A space that no line breaks at: inside an interval, and before a percent sign. */
const tied = '\u00a0'

/**
 * The words of a text in lines of at most so many points; a word that is wider has a line of its own. Intervals of
 * numbers and percentages stay whole.
 */
export function wrap(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = []
  const whole = text
    .replace(/\s+/g, ' ')
    .replaceAll(' %', `${tied}%`)
    .replace(/\[[-−\d., ]+\]/g, (interval) => interval.replaceAll(' ', tied))
  for (const piece of whole.split(' ').filter((one) => one !== '')) {
    const word = piece.replaceAll(tied, ' ')
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && atMostWide(longer, fontSize) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
