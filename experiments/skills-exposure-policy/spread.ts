import { wordings } from '@lawbook/skill-requests'
import { jackknife, type Sample } from '@lawbook/sweeps'
import type { Estimated } from './contrast.ts'
import { kinsOf } from './judged.ts'
import { policyIds } from './policies.ts'

/** What the spread of accuracy at one size is made of. */
export const sources = [
  'kin',
  'policy',
  'wording',
  'kin x policy',
  'kin x wording',
  'policy x wording',
  'all three',
  'library draw',
] as const
export type Source = (typeof sources)[number]

type Cell = { readonly kin: string; readonly policy: string; readonly wording: string }
/** One router under one policy, asked in one wording. */
export type SpreadCell = Cell & { readonly sample: Sample; readonly drawVariance: number }

/**
 * Shares of the variance of one accuracy that is measured in one drawn library, by a balanced analysis of variance of
 * kin x policy x wording (levels equally likely), plus the mean variance over library draws. Shares are in per cent and
 * add up to 100; the jackknife leaves out packages of requests and holds the draw variances fixed.
 */
export function spreadShares(cells: readonly SpreadCell[], size: number): Readonly<Record<Source, Estimated>> {
  const kins = kinsOf(cells)
  const policies = policyIds as readonly string[]
  const asked = wordings as readonly string[]
  const draw = meanByKin(
    cells,
    kins,
    cells.map(({ drawVariance }) => drawVariance),
  )
  const at = cells[0]!.sample.sizes.indexOf(size)
  const { value, se, df } = jackknife(
    cells.map(({ sample }) => sample),
    (curves) => {
      const parts = sumsOfSquares(
        (kin, policy, wording) => {
          const own = curves.filter((_, i) => {
            const cell = cells[i]!
            return cell.kin === kins[kin] && cell.policy === policies[policy] && cell.wording === asked[wording]
          })
          return own.reduce((sum, curve) => sum + curve[at]!, 0) / own.length
        },
        [kins.length, policies.length, asked.length],
      )
      const all = [...parts, draw]
      const total = all.reduce((sum, part) => sum + part, 0)
      return Float64Array.from(all, (part) => (100 * part) / total)
    },
  )
  return Object.fromEntries(sources.map((source, s) => [source, { value: value[s]!, se: se[s]!, df }])) as Record<
    Source,
    Estimated
  >
}

function meanByKin(cells: readonly Cell[], kins: readonly string[], values: readonly number[]): number {
  const means = kins.map((kin) => {
    const own = values.filter((_, i) => cells[i]!.kin === kin)
    return own.reduce((sum, value) => sum + value, 0) / own.length
  })
  return means.reduce((sum, mean) => sum + mean, 0) / means.length
}

/**
 * Mean squares of the effects of a full three-way table with one value a cell, divided by the number of cells: main
 * effects a, b, c, then ab, ac, bc, abc. They add up to the variance of the cells.
 */
export function sumsOfSquares(
  cell: (a: number, b: number, c: number) => number,
  [A, B, C]: readonly [number, number, number],
): number[] {
  const levels = (n: number): number[] => Array.from({ length: n }, (_, i) => i)
  const all = levels(A).flatMap((a) => levels(B).flatMap((b) => levels(C).map((c) => ({ a, b, c, y: cell(a, b, c) }))))
  const mean = (keep: (one: { a: number; b: number; c: number }) => boolean): number => {
    const own = all.filter(keep)
    return own.reduce((sum, { y }) => sum + y, 0) / own.length
  }
  const grand = mean(() => true)
  const parts = new Float64Array(7)
  for (const { a, b, c, y } of all) {
    const [ma, mb, mc] = [mean((o) => o.a === a), mean((o) => o.b === b), mean((o) => o.c === c)].map(
      (m) => m - grand,
    ) as [number, number, number]
    const ab = mean((o) => o.a === a && o.b === b) - grand - ma - mb
    const ac = mean((o) => o.a === a && o.c === c) - grand - ma - mc
    const bc = mean((o) => o.b === b && o.c === c) - grand - mb - mc
    const abc = y - grand - ma - mb - mc - ab - ac - bc
    for (const [k, effect] of [ma, mb, mc, ab, ac, bc, abc].entries()) parts[k]! += (effect * effect) / all.length
  }
  return [...parts]
}
