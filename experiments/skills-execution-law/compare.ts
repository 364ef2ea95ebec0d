import { logScale, type Nested, type Sided } from '@lawbook/estimators'
import { twoWayInterval } from '@lawbook/pipelines'
import type { Study } from './study.ts'

/** Two chances a cell that are compared where `cells` is 1. */
export type Comparison = { readonly above: Float64Array; readonly below: Float64Array; readonly cells: Uint8Array }

/** A compared number, null limits where it does not vary, and what was resampled. */
export type Compared = { readonly nested: Nested | null; readonly value: number; readonly resampled: string }

type Options = { readonly sided: Sided; readonly parts?: number }

/** Mean of `above` - `below`: over the chosen pairs of each router, then over routers. Null without chosen pairs. */
export function difference(study: Study, comparison: Comparison, options: Options): Compared | null {
  return compared(study, comparison, comparison.cells, (means) => means.above - means.below, options)
}

/**
 * Mean of `above` over mean of `below`, in times, with its interval on the logarithmic scale; with `log` the logarithm itself.
 * Null where one of the means is zero or there is none.
 */
export function ratio(
  study: Study,
  comparison: Comparison,
  options: Options & { readonly log?: boolean },
): Compared | null {
  const positive = positiveCells(comparison)
  if (options.log === true)
    return compared(study, comparison, positive, (means) => Math.log(means.above / means.below), options)
  const scaled = { ...options, transform: logScale }
  return compared(study, comparison, positive, (means) => means.above / means.below, scaled)
}

/** The mean over routers of their own ratios, on the logarithmic scale: exp of the mean of ln ratio. */
export function meanOfRatios(study: Study, comparison: Comparison, options: Options): Compared | null {
  const ratios = (_: Means, each: readonly Means[]): number => {
    const logs = each.filter(({ chosen }) => chosen > 0).map(({ above, below }) => Math.log(above / below))
    return Math.exp(logs.reduce((sum, x) => sum + x, 0) / logs.length)
  }
  return compared(study, comparison, positiveCells(comparison), ratios, { ...options, transform: logScale })
}

/** Mean over routers of the mean over their chosen pairs, those of `pairs` alone; NaN where no router has one. */
export function meanOver(
  study: Study,
  values: Float64Array,
  cells: Uint8Array,
  routers: readonly number[],
  pairs: readonly number[],
): number {
  return overall(eachMeans(study, { above: values, below: values, cells }, routers, pairs)).above
}

type Means = { readonly above: number; readonly below: number; readonly chosen: number }

/** The means of each router over its chosen pairs, and how many those are. */
function eachMeans(
  { pairs: all }: Study,
  { above, below, cells }: Comparison,
  routers: readonly number[],
  pairs: readonly number[],
): Means[] {
  return routers.map((r) => {
    const start = r * all.length
    let [a, b, chosen] = [0, 0, 0]
    for (const i of pairs) {
      const cell = start + i
      if (cells[cell] === 0) continue
      a += above[cell]!
      b += below[cell]!
      chosen++
    }
    return { above: a / chosen, below: b / chosen, chosen }
  })
}

/** Routers with equal weight; one without a chosen pair has none. */
function overall(each: readonly Means[]): Means {
  let [above, below, chosen] = [0, 0, 0]
  for (const one of each) {
    if (one.chosen === 0) continue
    above += one.above
    below += one.below
    chosen++
  }
  return { above: above / chosen, below: below / chosen, chosen }
}

function positiveCells({ above, below, cells }: Comparison): Uint8Array {
  return cells.map((chosen, cell) => Number(chosen === 1 && above[cell]! > 0 && below[cell]! > 0))
}

/**
 * A statistic of means with its two-way interval. `positive` are the cells without which it would not exist: they must not
 * all belong to one skill, nor to one kin of several, or leaving it out would leave nothing.
 */
function compared(
  study: Study,
  comparison: Comparison,
  positive: Uint8Array,
  statistic: (means: Means, each: readonly Means[]) => number,
  options: Options & { readonly transform?: typeof logScale },
): Compared | null {
  const { routers, pairs } = study
  const count = pairs.length
  const chosen = [...pairs.keys()].filter((i) => routers.some((_, r) => comparison.cells[r * count + i] === 1))
  const skills = new Set<string>()
  const kins = new Set<string>()
  for (const [r, { kin }] of routers.entries())
    for (const [i, { second }] of pairs.entries())
      if (positive[r * count + i] === 1) {
        skills.add(second)
        kins.add(kin)
      }
  if (skills.size < 2 || kins.size < Math.min(2, new Set(routers.map(({ kin }) => kin)).size)) return null
  const { nested, resampled } = twoWayInterval({
    statistic(some, places) {
      const kept = places.map((place) => chosen[place]!)
      const each = eachMeans(study, comparison, some, kept)
      return statistic(overall(each), each)
    },
    kins: routers.map(({ kin }) => kin),
    clusterOf: chosen.map((i) => pairs[i]!.second),
    clusterName: 'skills of the second step',
    ...options,
  })
  const varies = nested.i995[1] - nested.i995[0] > 1e-12
  return { nested: varies ? nested : null, value: nested.value, resampled }
}
