import { byPackage, combined, type Jackknifed, type Judged, judgedAt, median } from './estimate.ts'

/** One request in the full library: what its pick was, and what a uniform wrong pick would have been. */
export type PickFact = {
  readonly group: number
  readonly wrong: boolean
  readonly inFamily: boolean
  readonly captured: boolean
  readonly chanceFamily: number
  readonly chanceCaptured: number
}

/** Facts of one router's requests, summed by package: groups x (wrong, in family, captured, and the two chances). */
export type PickSums = { readonly counts: Int32Array; readonly sums: Float64Array }
const width = 5

export function pickSums(facts: readonly PickFact[], groups: number): PickSums {
  const counts = new Int32Array(groups)
  const sums = new Float64Array(groups * width)
  for (const { group, wrong, inFamily, captured, chanceFamily, chanceCaptured } of facts) {
    counts[group]!++
    if (!wrong) continue
    const add = [1, inFamily ? 1 : 0, captured ? 1 : 0, chanceFamily, chanceCaptured]
    for (let at = 0; at < width; at++) sums[group * width + at]! += add[at]!
  }
  return { counts, sums }
}

function without({ counts, sums }: PickSums, leftOut: number | null) {
  const all = new Float64Array(width)
  let n = 0
  for (let g = 0; g < counts.length; g++) {
    if (g === leftOut) continue
    n += counts[g]!
    for (let at = 0; at < width; at++) all[at]! += sums[g * width + at]!
  }
  const [wrong, inFamily, captured, chanceFamily, chanceCaptured] = all as unknown as [
    number,
    number,
    number,
    number,
    number,
  ]
  return { n, wrong, inFamily, captured, chanceFamily, chanceCaptured }
}

/** Shares of wrong picks in percent: in the right skill's family, by chance, and chance-corrected 100 (O - E)/(1 - E). */
function familyShares(
  sums: PickSums,
  leftOut: number | null,
): readonly [observed: number, chance: number, corrected: number] {
  const { wrong, inFamily, chanceFamily } = without(sums, leftOut)
  const [o, e] = [inFamily / wrong, chanceFamily / wrong]
  return [100 * o, 100 * e, (100 * (o - e)) / (1 - e)]
}

/** Shares of all requests in percent that a black hole captures: measured, and beyond what uniform wrong picks give. */
function capturedShares(sums: PickSums, leftOut: number | null): readonly [measured: number, beyond: number] {
  const { n, captured, chanceCaptured } = without(sums, leftOut)
  return [(100 * captured) / n, (100 * (captured - chanceCaptured)) / n]
}

export type Shares = {
  /** Mean over routers: observed, by chance, chance-corrected. */
  readonly inFamily: Readonly<Record<'observed' | 'chance' | 'corrected', Judged>>
  readonly inFamilyByRouter: readonly Judged[]
  /** Median over routers, in value and in each limit. */
  readonly captured: Readonly<Record<'measured' | 'beyond', Judged>>
  readonly capturedByRouter: readonly Judged[]
}

/** What the full library says of several routers asked the same requests. Null without routers. */
export function sharesOf(routers: readonly PickSums[]): Shares | null {
  const [first] = routers
  if (first === undefined) return null
  const R = routers.length
  const jackknifed: Jackknifed = byPackage(first.counts, (leftOut) => {
    const family = routers.map((sums) => familyShares(sums, leftOut))
    const captured = routers.map((sums) => capturedShares(sums, leftOut))
    const mean = (at: 0 | 1 | 2): number => family.reduce((sum, shares) => sum + shares[at], 0) / R
    return Float64Array.from([
      mean(0),
      mean(1),
      mean(2),
      ...family.map((shares) => shares[2]),
      ...captured.map(([measured]) => measured),
      ...captured.map(([, beyond]) => beyond),
    ])
  })
  const at = (place: number): Judged => judgedAt(jackknifed, place, 'two')
  const block = (from: number): Judged[] => routers.map((_, k) => at(from + k))
  return {
    inFamily: { observed: at(0), chance: at(1), corrected: at(2) },
    inFamilyByRouter: block(3),
    captured: { measured: combined(block(3 + R), median), beyond: combined(block(3 + 2 * R), median) },
    capturedByRouter: block(3 + 2 * R),
  }
}
