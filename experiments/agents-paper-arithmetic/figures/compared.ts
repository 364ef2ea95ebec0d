import { type FigureInputs, groupDigits } from '@lawbook/figures'
import { readPrinted } from '@lawbook/rounding'
import { printed } from '../printed.ts'

/** A printed number as it is printed, and its value. */
export const digits = (symbol: string): string => printed.find((entry) => entry.symbol === symbol)!.digits
export const numberOf = (symbol: string): number => readPrinted(printed.find((entry) => entry.symbol === symbol)!).value

export const paper = 'kim-2025'

/** What a row of the first figure says, by the claim that it belongs to. */
const labels: Readonly<Record<string, string>> = {
  configurations: 'configurations',
  'instance-runs': 'instance runs',
  'mean-change': 'mean change of teams, %',
  'interval-around-mean': 'middle of its interval, %',
  'threshold-denormalised': 'decision boundary, success',
  'hybrid-on-workbench': 'hybrid teams on WorkBench',
  'turn-law-at-six': 'turns of six agents',
  'token-budget-of-overhead': 'token budget, hybrid / single',
  'amplification-of-failures': 'failures, independent / single',
}

export type Compared = { claim: string; name: string; label: string; x: number; lo: number; hi: number }

/**
 * Every claim of a number, a range or a count: how far the recomputed number lies from the middle of what the printed
 * digits allow, in half-widths of that (a count has the half-width 1/2), so that -1 to 1 agrees.
 */
export function equalities({ measures, claims }: FigureInputs): Compared[] {
  return Object.entries(labels).flatMap(([slug, name]) => {
    const claim = claims[`${paper}/${slug}`]!
    const { value, i90 } = measures[claim.measure!]!
    if (claim.number === null || value === null || i90 === null) return []
    const strings = [claim.number].flat() as string[]
    const ends = strings.map((number) => readPrinted({ symbol: slug, digits: number, precision: 'rounded' }))
    const from = Math.min(...ends.map((end) => end.value - end.halfWidth))
    const to = Math.max(...ends.map((end) => end.value + end.halfWidth))
    const [x, lo, hi] = [value, ...(i90 as [number, number])].map((number) => (2 * number - from - to) / (to - from))
    const shown = strings.map((number) => number.replace('-', '−')).join(' to ')
    return [{ claim: slug, name, label: `${name}: ${short(value)}, printed ${shown}`, x: x!, lo: lo!, hi: hi! }]
  })
}

/** The rows that lie wholly outside what the printed number allows, in words. */
export function outside(rows: readonly Compared[]): string {
  const off = rows.filter((row) => row.lo > 1 || row.hi < -1)
  return off.length === 0 ? 'none' : off.map(({ name }) => name).join('; ')
}

/** Four significant digits at most, whole numbers whole: for a label, never for a number that is used. */
export function short(x: number): string {
  return groupDigits(Number.isInteger(x) ? x : Number(x.toPrecision(4)))
}
