import { type BeatSets, beats, sharedBeaters } from './beatSets.ts'
import { checkSizes, missTable } from './hypergeometric.ts'

/**
 * The variance of the accuracy of one drawn library, this pool of skills and these requests held fixed; one value a
 * size. The library is that of the skill-scaling paper's code: N skills drawn at random for all requests, each request
 * puts its own right skill in and drops the surplus (the last one drawn).
 *
 * Var = n^-2 · sum over pairs (i, i') of [P(i and i' right) - P_i P_i']. With E the first N - 1 skills drawn, l the
 * last, R and R' the beat sets, U their union and T the right skill, i is right iff E misses R and not (T in E and
 * l in R). Hence, exactly, with u = |U|:
 * P(both) = C(S - u, N - 1)/C(S, N - 1) · [1 - (e |R| + e' |R'| + e₂ (u - |R| - |R'|))/(S - N + 1)],
 * e = (N - 1)/(S - u) the chance that T is in E (0 if T is in U), e₂ that both are. For two requests with the same
 * right skill this is C(M - u, N - 1)/C(M, N - 1), M = S - 1. Exact for the beat
 * sets given: no draw is made. Where ties were broken by hash and accuracy shares them evenly, the pairs are unbiased over
 * hashes and the own terms a little too large.
 */
export function libraryDrawVariance(sets: BeatSets, sizes: readonly number[]): Float64Array {
  checkSizes(sizes, sets.skills)
  const cells = sizes.map((size) => ({
    size,
    miss: missTable(sets.skills, size - 1),
    alone: missTable(sets.skills - 1, size - 1),
  }))
  const sums = new Float64Array(sizes.length)
  for (let i = 0; i < sets.requests; i++) {
    if (sets.reachable[i] === 0) continue
    for (let other = 0; other <= i; other++) {
      if (sets.reachable[other] === 0) continue
      const pair = describePair(sets, i, other)
      const copies = other === i ? 1 : 2
      for (let k = 0; k < cells.length; k++) {
        const { size, miss, alone } = cells[k]!
        const separate = alone[pair.first]! * alone[pair.second]!
        const both = pair.sameTarget
          ? alone[pair.union]!
          : miss[pair.union]! * (1 - surplusHits(pair, size, sets.skills))
        sums[k]! += copies * (both - separate)
      }
    }
  }
  return sums.map((sum) => Math.max(0, sum) / (sets.requests * sets.requests))
}

type Pair = {
  first: number
  second: number
  union: number
  sameTarget: boolean
  /** Whether the right skill of the first (second) request can be drawn while both requests stay right. */
  firstFree: boolean
  secondFree: boolean
}

function describePair(sets: BeatSets, i: number, other: number): Pair {
  const [first, second] = [sets.sizes[i]!, sets.sizes[other]!]
  return {
    first,
    second,
    union: first + second - sharedBeaters(sets, i, other),
    sameTarget: sets.targets[i] === sets.targets[other],
    firstFree: !beats(sets, sets.targets[i]!, other),
    secondFree: !beats(sets, sets.targets[other]!, i),
  }
}

/** The chance, given that the first N - 1 skills miss both beat sets, that the last one beats a request it stays in. */
function surplusHits(pair: Pair, size: number, skills: number): number {
  const rest = skills - pair.union
  const e = (size - 1) / rest
  const both = pair.firstFree && pair.secondFree && rest > 1 ? (e * (size - 2)) / (rest - 1) : 0
  const single = (pair.firstFree ? e * pair.first : 0) + (pair.secondFree ? e * pair.second : 0)
  return (single + both * (pair.union - pair.first - pair.second)) / (skills - size + 1)
}
