import type { StreamFactory } from '@lawbook/base'
import { type RankMatrix, unmatched } from '@lawbook/sweeps'
import type { DoubledLibrary } from './policies.ts'

/** What a budget changes at one library size. */
export type BudgetEffect = {
  /** For each budget and request: chance of the right answer under the budget less the same without one. */
  readonly change: readonly Float64Array[]
  /** For each budget: the standard error, over draws, of the mean change over requests. */
  readonly standardError: readonly number[]
  readonly decisions: number
}

/**
 * The budgeted listing by drawn libraries: N skills in random order; each is listed in full while the characters of the
 * entries so far, its own included, are within the budget, and by name alone from the first one that does not fit. Each
 * request puts its own right skill in, at a random place, for the one that stood there. Every draw is decided without
 * a budget as well, so that the change between the two is estimated in the same libraries; where the budget does not
 * bind, it is exactly zero. Library d depends on (size, d) alone: all routers and budgets see the same. Ties share
 * evenly.
 */
export function budgetEffect(options: {
  /** Ranks over the doubled library. */
  readonly matrix: RankMatrix
  readonly doubled: DoubledLibrary
  /** Characters of each skill's entry in full. */
  readonly lengths: Int32Array
  /** The right skill of each request, as an index into the plain library. */
  readonly targets: Int32Array
  readonly size: number
  readonly draws: number
  readonly budgets: readonly number[]
  readonly stream: StreamFactory
}): BudgetEffect {
  const { matrix, doubled, lengths, targets, size, draws, budgets, stream } = options
  const { full, name } = doubled
  const skills = lengths.length
  const change = budgets.map(() => new Float64Array(targets.length))
  const means = budgets.map(() => new Float64Array(draws))
  const prefix = new Float64Array(size + 1)
  const placeOf = new Int32Array(skills)
  let decisions = 0
  for (let draw = 0; draw < draws; draw++) {
    const order = stream('library', size, draw).sample(skills, size)
    const places = stream('place', size, draw)
    placeOf.fill(-1)
    order.forEach((j, at) => {
      placeOf[j] = at
      prefix[at + 1] = prefix[at]! + lengths[j]!
    })
    targets.forEach((target, i) => {
      const spare = places.integer(size)
      const place = placeOf[target]! < 0 ? spare : placeOf[target]!
      const longer = lengths[target]! - lengths[order[place]!]!
      const row = matrix.ranks.subarray(i * matrix.skills, (i + 1) * matrix.skills)
      const unlimited = rightAmong(row, order, place, target, size, full, name)
      decisions++
      budgets.forEach((budget, b) => {
        const inFull = listedInFull(prefix, size, place, longer, budget)
        if (inFull === size) return
        const difference = rightAmong(row, order, place, target, inFull, full, name) - unlimited
        change[b]![i]! += difference / draws
        means[b]![draw]! += difference / targets.length
        decisions++
      })
    })
  }
  return { change, standardError: means.map(standardErrorOf), decisions: size < 2 ? 0 : decisions }
}

/** How many entries of the order fit; the entry at `place` is longer by `longer` than the one it stands for. */
function listedInFull(prefix: Float64Array, size: number, place: number, longer: number, budget: number): number {
  let [low, high] = [0, size]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (prefix[middle]! + (middle > place ? longer : 0) <= budget) low = middle
    else high = middle - 1
  }
  return low
}

/** The chance that the right skill wins where the first `inFull` entries are listed in full and the rest by name. */
function rightAmong(
  row: Uint16Array,
  order: Int32Array,
  place: number,
  target: number,
  inFull: number,
  full: Int32Array,
  name: Int32Array,
): number {
  const right = row[(place < inFull ? full : name)[target]!]!
  if (right === unmatched) return 0
  let ties = 1
  for (let at = 0; at < order.length; at++) {
    if (at === place) continue
    const rank = row[(at < inFull ? full : name)[order[at]!]!]!
    if (rank < right) return 0
    if (rank === right) ties++
  }
  return 1 / ties
}

function standardErrorOf(values: Float64Array): number {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  return n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n)
}
