import { lineWeights } from '@lawbook/sweeps'
import { errorClasses, type FamilyKind } from './classes.ts'
import { cellOf, type Design, designs, massOf, type Tally, totals } from './tally.ts'

/** One router's tallies of the same requests under both designs. */
export type ByDesign = Readonly<Record<Design, Tally>>

/** How enrichment is read off. */
export type Reading = {
  readonly kind: FamilyKind
  readonly ladder: readonly number[]
  /** Without the correction: the raw share among wrong picks stands in for enrichment. */
  readonly raw?: boolean
}

/** Where the statistics of `enrichmentOf` stand: three slopes and two contrasts a design, then e_c(N) by design, class, size. */
export const slopeAt = (design: Design, c: number): number => designs.indexOf(design) * 3 + c
export const contrastAt = (design: Design, c: number): number => 6 + designs.indexOf(design) * 2 + c
export const levelAt = (design: Design, c: number, k: number, sizes: number): number =>
  10 + (designs.indexOf(design) * 3 + c) * sizes + k
export const statistics = (sizes: number): number => 10 + 6 * sizes

/**
 * Enrichment of each class of wrong picks and how it moves with library size, without one package where that is left
 * out: e_c(N) = ln [sum over requests of P(wrong pick of class c) / sum of P(wrong) x E(share of c among the competitors
 * in the library)]; its least-squares slope in ln N over the ladder; and the contrasts drift - local and capture - drift
 * of slopes. 0 is no enrichment. The raw reading has the sum of P(wrong) below the line. A class that no wrong pick can
 * fall on, or none does, has no enrichment: NaN.
 */
export function enrichmentOf(
  tallies: ByDesign,
  { kind, ladder, raw = false }: Reading,
  leftOut: number | null,
): Float64Array {
  const out = new Float64Array(statistics(ladder.length))
  const weights = lineWeights(ladder).b
  for (const design of designs) {
    const tally = tallies[design]
    const sums = totals(tally, leftOut)
    errorClasses.forEach((errorClass, c) => {
      let slope = 0
      ladder.forEach((size, k) => {
        const place = tally.sizes.indexOf(size)
        const { measured, chance } = massOf(sums, place, kind, errorClass)
        const base = raw ? cellOf(sums, place, 'wrong') : chance
        const e = measured > 0 && chance > 0 ? Math.log(measured / base) : Number.NaN
        out[levelAt(design, c, k, ladder.length)] = e
        // The weights give the slope of a line that falls.
        slope -= weights[k]! * e
      })
      out[slopeAt(design, c)] = slope
    })
    for (const c of [0, 1]) out[contrastAt(design, c)] = out[slopeAt(design, c + 1)]! - out[slopeAt(design, c)]!
  }
  return out
}
