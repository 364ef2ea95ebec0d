import { oneLine } from '@lawbook/claims'
import type { DiffClaim } from '@lawbook/schemas'

/** Numbers for people: at most four significant digits, thousands apart, the same in every locale. Null is a dash. */
export function sayNumber(x: number | null): string {
  if (x === null) return '–'
  if (x !== 0 && (Math.abs(x) >= 1e9 || Math.abs(x) < 1e-4)) return minus(x.toPrecision(3))
  const rounded = Number.isInteger(x) ? x : Number(x.toPrecision(4))
  const [whole = '', fraction] = String(Math.abs(rounded)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${rounded < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

function minus(text: string): string {
  return text.startsWith('-') ? `−${text.slice(1)}` : text
}

/** [lower, upper]. */
export function sayInterval(interval: readonly [number, number] | null): string {
  return interval === null ? 'no interval' : `[${sayNumber(interval[0])}, ${sayNumber(interval[1])}]`
}

/** A unit behind a number; a pure number has none. */
export function sayUnit(unit: string): string {
  return ['1', '', 'none'].includes(unit) ? '' : ` ${unit}`
}

/** A share as a percentage without decimals. */
export function sayShare(share: number | null): string {
  return share === null ? '–' : `${Math.round(100 * share)} %`
}

/** The heading over `powerText`. */
export const powerHead = 'power / false alarm / recognised'

/**
 * How often the rule of a claim is right in planted worlds: "57 % (low) / 1 % / 0 % (low)". A power or a recognition
 * below .8 is marked: the verdict then says less than its word. A dash where no world was planted.
 */
export function powerText(measure: Pick<NonNullable<DiffClaim['measure']>, Rates> | null): string {
  if (measure === null) return '–'
  const { power, falseAlarm, recognised } = measure
  if (power === null && falseAlarm === null && recognised === null) return '–'
  return [marked(power), sayShare(falseAlarm), marked(recognised)].join(' / ')
}

type Rates = 'power' | 'falseAlarm' | 'recognised'

/** A share that should be .8 or more, marked as low where it is not. */
export function marked(share: number | null): string {
  return `${sayShare(share)}${share !== null && share < 0.8 ? ' (low)' : ''}`
}

/** "1 claim", "2 claims". */
export function count(n: number, noun: string): string {
  return `${sayNumber(n)} ${noun}${n === 1 ? '' : 's'}`
}

/** Fold a text to a width, with an indent on every line but the first. */
export function fold(text: string, width: number, indent = ''): string {
  const lines = ['']
  for (const word of oneLine(text)
    .split(/\s+/)
    .filter((piece) => piece !== '')) {
    const last = lines[lines.length - 1]!
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.join(`\n${indent}`)
}

/** Columns of text, padded to the widest cell, two spaces apart; columns named in `right` are aligned right. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]!.length)))
  return rows.map((row) =>
    row
      .map((cell, i) => (right.includes(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd(),
  )
}

/** The text with a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
