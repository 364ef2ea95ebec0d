import { fail } from '@lawbook/base'
import { sharedMissTable } from './hypergeometric.ts'
import { type RankMatrix, unmatched } from './ranks.ts'

/** How one population of competitors stands around the right skill of a request. */
export type Around = {
  /** Matched competitors that score above the right skill. */
  readonly beaten: number
  readonly ties: number
  readonly matched: number
}

/** A library of two populations: `own` skills, the right one among them, and `other` members of the second. */
export type Mixture = { readonly own: number; readonly other: number }

/** Row-major, one row a request, one column a mixture. */
export type MixtureCurves = {
  readonly mixtures: readonly Mixture[]
  readonly right: Float64Array
  readonly abstain: Float64Array
}

/** How the members of a set of columns stand around each right skill, which is left out, and whether it is matched. */
export function standingsAmong(
  { requests, skills, ranks, targets }: RankMatrix,
  columns: Int32Array,
): (Around & { readonly targetMatched: boolean })[] {
  return Array.from({ length: requests }, (_, i) => {
    const row = ranks.subarray(i * skills, (i + 1) * skills)
    const right = row[targets[i]!]!
    let [beaten, ties, matched] = [0, 0, 0]
    for (const j of columns) {
      if (j === targets[i] || row[j] === unmatched) continue
      matched++
      if (row[j]! < right) beaten++
      else if (row[j] === right) ties++
    }
    return { beaten, ties, matched, targetMatched: right !== unmatched }
  })
}

/**
 * The exact chance of each outcome when the right skill stands among N_1 - 1 competitors drawn from its own population
 * and N_2 drawn from a second one. Without ties P(right) = miss_1(r_1) miss_2(r_2), miss_i(r) = C(M_i - r, k_i) /
 * C(M_i, k_i), k_1 = N_1 - 1, k_2 = N_2. Ties of both populations are shared evenly and exactly: E[1/(1 + T)], T the
 * number of them drawn. `pools` are M_1 (without the right skill) and M_2; {own: 1, other: N - 1} is a library in which
 * all competitors are of the second population. LB_DOMAIN where more would be drawn than there are.
 */
export function twoPopulationCurves({
  own,
  other,
  pools,
  mixtures,
}: {
  readonly own: readonly (Around & { readonly targetMatched: boolean })[]
  readonly other: readonly Around[]
  readonly pools: { readonly own: number; readonly other: number }
  readonly mixtures: readonly Mixture[]
}): MixtureCurves {
  if (own.length !== other.length)
    fail(
      'LB_DOMAIN',
      `${own.length} requests stand in one population, ${other.length} in the other; give the same ones`,
    )
  const right = new Float64Array(own.length * mixtures.length)
  const abstain = new Float64Array(own.length * mixtures.length)
  mixtures.forEach((mixture, k) => {
    checkMixture(mixture, pools)
    const first = sharedMissTable(pools.own, mixture.own - 1)
    const second = sharedMissTable(pools.other, mixture.other)
    own.forEach(({ beaten, ties, matched, targetMatched }, i) => {
      const rival = other[i]!
      const at = i * mixtures.length + k
      if (targetMatched)
        right[at] = sharedEvenly(
          first.subarray(beaten, beaten + ties + 1),
          second.subarray(rival.beaten, rival.beaten + rival.ties + 1),
        )
      else abstain[at] = first[matched]! * second[rival.matched]!
    })
  })
  return { mixtures, right, abstain }
}

function checkMixture({ own, other }: Mixture, pools: { readonly own: number; readonly other: number }): void {
  if (Number.isInteger(own) && own >= 1 && own - 1 <= pools.own && Number.isInteger(other)) {
    if (other >= 0 && other <= pools.other) return
  }
  fail(
    'LB_DOMAIN',
    `cannot draw ${own} skills and ${other} of the second population; the first are whole numbers in ` +
      `[1, ${pools.own + 1}], the second in [0, ${pools.other}]`,
  )
}

/**
 * The chance that the right skill wins a tie. Put it and the n_1 + n_2 tied competitors in random order: it wins iff none
 * of those before it is drawn, which for j_1 and j_2 of them has probability first[j_1] second[j_2]. With V(j_1, j_2) the
 * chance once so many came before it, V = (first second + (n_1 - j_1) V(j_1 + 1, j_2) + (n_2 - j_2) V(j_1, j_2 + 1)) /
 * (1 + n_1 - j_1 + n_2 - j_2): weighted means all the way, so nothing cancels or underflows.
 */
function sharedEvenly(first: Float64Array, second: Float64Array): number {
  const [n1, n2] = [first.length - 1, second.length - 1]
  const value = new Float64Array(n2 + 2)
  for (let j1 = n1; j1 >= 0; j1--) {
    for (let j2 = n2; j2 >= 0; j2--) {
      const sum = first[j1]! * second[j2]! + (n1 - j1) * value[j2]! + (n2 - j2) * value[j2 + 1]!
      value[j2] = sum / (1 + n1 - j1 + n2 - j2)
    }
  }
  return value[0]!
}

/** Mean accuracy by number of competitors (at least 1, rising). */
export type HarmCurve = { readonly competitors: readonly number[]; readonly right: ArrayLike<number> }

/**
 * How many servers lower accuracy as far as n skills do: the number at which the curve in servers comes down to what the
 * curve in skills has at n, both interpolated linearly on ln(number of competitors). Null where either lies outside its
 * curve.
 */
export function exchangeRate(skills: HarmCurve, servers: HarmCurve, n: number): number | null {
  const accuracy = interpolated(skills, n)
  if (accuracy === null) return null
  const { competitors, right } = servers
  if (!(right[0]! >= accuracy)) return null
  for (let k = 0; k < competitors.length; k++) {
    if (right[k]! > accuracy) continue
    if (right[k] === accuracy) return competitors[k]!
    const [from, to] = [Math.log(competitors[k - 1]!), Math.log(competitors[k]!)]
    return Math.exp(from + ((to - from) * (right[k - 1]! - accuracy)) / (right[k - 1]! - right[k]!))
  }
  return null
}

function interpolated({ competitors, right }: HarmCurve, n: number): number | null {
  const exact = competitors.indexOf(n)
  if (exact >= 0) return right[exact]!
  const k = competitors.findIndex((size) => size > n)
  if (k <= 0) return null
  const [from, to] = [Math.log(competitors[k - 1]!), Math.log(competitors[k]!)]
  return right[k - 1]! + ((right[k]! - right[k - 1]!) * (Math.log(n) - from)) / (to - from)
}
