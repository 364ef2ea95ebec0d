import { sayWhole } from '../counted.ts'
import type { Share } from '../report.ts'

/**
 * A text with nothing in it that a terminal or a page could obey: line ends and tabs become spaces, every other control
 * character, zero-width mark and direction mark is written as its escape, e.g. `\x1b`.
 */
export function visible(text: string): string {
  let shown = ''
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code === 9 || code === 10 || code === 13) shown += ' '
    else shown += obeyed(code) ? escaped(code) : character
  }
  return shown
}

const ranges: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0x061c, 0x061c],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2069],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe007f],
]
const obeyed = (code: number): boolean => ranges.some(([low, high]) => code >= low && code <= high)
const escaped = (code: number): string =>
  code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`

const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
]

/** Cells of a terminal that a text takes: East Asian wide characters two, combining marks none. */
export function widthOf(text: string): number {
  let cells = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code >= 0x300 && /\p{M}/u.test(character)) continue
    cells += code >= 0x1100 && wideRanges.some(([low, high]) => code >= low && code <= high) ? 2 : 1
  }
  return cells
}

/** At most this many cells, the end replaced by an ellipsis where something is cut: after a word, if one ends near. */
export function cut(text: string, cells: number): string {
  if (widthOf(text) <= cells) return text
  let kept = ''
  let used = 0
  for (const character of text) {
    used += widthOf(character)
    if (used > cells - 1) break
    kept += character
  }
  const word = kept.lastIndexOf(' ')
  return `${(word > kept.length / 2 ? kept.slice(0, word) : kept).replace(/[\s,;:]+$/, '')}…`
}

/** Columns of text, padded to the widest cell, two spaces apart; columns named in `right` are aligned right. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => widthOf(row[i]!))))
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const space = ' '.repeat(widths[i]! - widthOf(cell))
        return right.includes(i) ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd(),
  )
}

/** A text folded at this width, one string a line; a longer word stands alone. */
export function folded(text: string, width: number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines[lines.length - 1]!
    if (last === '') lines[lines.length - 1] = word
    else if (widthOf(last) + 1 + widthOf(word) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const percentOf = (x: number): string => String(Math.round(100 * x))

/** "78 %". */
export const sayPercent = (x: number): string => `${percentOf(x)} %`

/** "78 % [70, 85]"; a dash where there is none or nothing was counted. */
export function sayShare(share: Share | null): string {
  if (share === null || share.n === 0) return '–'
  return `${percentOf(share.value)} % [${percentOf(share.low)}, ${percentOf(share.high)}]`
}

/** "+2.1 points [0.5, 3.6]": a change of a share, in percentage points. */
export function sayGain(gain: Share): string {
  return `${signed(100 * gain.value)} points [${tenths(100 * gain.low)}, ${tenths(100 * gain.high)}]`
}

/** What an edit brings: a gain that is written as nought is none, whatever its sign: "no gain [−0.4, 0.5]". */
export function sayEditGain(gain: Share): string {
  const said = sayGain(gain)
  return said.startsWith('0.0 points') ? said.replace('0.0 points', 'no gain') : said
}

/** "p .03", never "p .00". */
export const sayP = (p: number): string =>
  p < 0.001 ? 'p < .001' : `p ${p.toFixed(p < 0.01 ? 3 : 2).replace(/^0/, '')}`

/** "+120", "−35", "0". */
export const sayChange = (n: number): string => (n > 0 ? `+${sayWhole(n)}` : n < 0 ? `−${sayWhole(-n)}` : '0')

/** Two decimals without the leading zero: ".71". */
export const sayIndex = (x: number): string =>
  x
    .toFixed(2)
    .replace(/^(-?)0\./, '$1.')
    .replace('-', '−')

/** One decimal, thousands apart: "2.1", "−1,234.5". */
export const tenths = (x: number): string => {
  const text = x.toFixed(1)
  return (text === '-0.0' ? '0.0' : text).replace('-', '−').replace(/\B(?=(\d{3})+\.)/g, ',')
}
const signed = (x: number): string => (Number(x.toFixed(1)) > 0 ? `+${tenths(x)}` : tenths(x))

/** The first few of a list with how many more there are: "a, b and 3 more". */
export function sayList(items: readonly string[], most: number): string {
  const rest = items.length - most
  return rest <= 0 ? items.join(', ') : `${items.slice(0, most).join(', ')} and ${sayWhole(rest)} more`
}
