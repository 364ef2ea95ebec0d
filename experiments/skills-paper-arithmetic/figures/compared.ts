import { type FigureInputs, groupDigits } from '@lawbook/figures'
import { readPrinted } from '@lawbook/rounding'
import { printed } from '../printed.ts'

/** A printed number as it is printed, and its value. */
export const digits = (symbol: string): string => printed.find((entry) => entry.symbol === symbol)!.digits
export const numberOf = (symbol: string): number => readPrinted(printed.find((entry) => entry.symbol === symbol)!).value

export const paper = 'skill-laws'

/** What a row of the first figure says, by the claim that it belongs to. */
const labels: Readonly<Record<string, string>> = {
  'doubling-from-slope': 'points per doubling, b ln 2',
  'gamma-from-rule': 'γ from 6.7 b + 1.09',
  'critical-coupling': 'critical coupling κ*',
  'law11-tight': 'law 11, tight pairs',
  'law11-loose': 'law 11, loose pairs',
  'figure-loose': 'Fig. 6(b), loose pairs',
  'gap-summaries-divide': 'multiple of 11 models',
  'gap-law-continuous': 'gap where branches meet',
  'small-gap-follows-law': 'gap law, small gaps',
  'large-gap-follows-law': 'gap law, large gaps',
  'scored-rows-fit-design': 'rows of the audit design',
  'figure-tight': 'Fig. 6(b), loss of tight pairs',
  'r2-needs-n': `decisions for R² > ${digits('r2-line')}, ${digits('models')} models`,
  'fourfold-needs-low-b': 'skills until fourfold is possible',
}

export type Compared = {
  claim: string
  name: string
  label: string
  side: 'above' | 'below' | null
  x: number
  lo: number
  hi: number
}

/** The rows whose claim has, or has not, a side; `place` puts a recomputed number on the axis of the panel. */
function compare(
  { measures, claims }: FigureInputs,
  bounds: boolean,
  place: (recomputed: number, printed: number, halfWidth: number) => number,
): Compared[] {
  return Object.entries(labels).flatMap(([slug, label]) => {
    const claim = claims[`${paper}/${slug}`]!
    const { value, i90 } = measures[claim.measure!]!
    if ((claim.side !== undefined) !== bounds || typeof claim.number !== 'string' || value === null || i90 === null)
      return []
    const { value: printed, halfWidth } = readPrinted({ symbol: slug, digits: claim.number, precision: 'rounded' })
    const [x, lo, hi] = [value, ...i90].map((number) => place(number as number, printed, halfWidth)) as [
      number,
      number,
      number,
    ]
    const line = claim.side === 'above' ? 'at least ' : claim.side === 'below' ? 'at most ' : 'printed '
    return [
      {
        claim: slug,
        name: label,
        label: `${label}: ${short(value)}, ${line}${claim.number.replace('-', '−')}`,
        side: claim.side ?? null,
        x,
        lo,
        hi,
      },
    ]
  })
}

/** The first panel: distances from the printed number in units of its rounding half-width. */
export function equalities(inputs: FigureInputs): Compared[] {
  return compare(inputs, false, (x, printed, halfWidth) => (x - printed) / halfWidth)
}

/** The second panel: ratios to the printed bound. */
export function ratios(inputs: FigureInputs): Compared[] {
  return compare(inputs, true, (recomputed, printed) => recomputed / printed)
}

/** The rows that lie wholly outside what the printed number allows, in words. */
export function outside(rows: readonly Compared[], allowed: (row: Compared) => readonly [number, number]): string {
  const off = rows.filter((row) => row.lo > allowed(row)[1] || row.hi < allowed(row)[0])
  return off.length === 0 ? 'none' : off.map(({ name }) => name).join('; ')
}

/** Five significant digits at most: for a label, never for a number that is used. */
export function short(x: number): string {
  return groupDigits(Number(x.toPrecision(5)))
}
