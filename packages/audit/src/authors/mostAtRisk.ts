import { competitionRisk } from './pairQuantities.ts'
import { round3 } from './round3.ts'

/** How many pairs the released code reviews (auto_skill_manager, scoring/recommendations.py). */
const reviewed = 8

type Pair = { readonly i: number; readonly j: number; readonly s: number; readonly rank: number }

/**
 * Keeps the eight pairs with the highest competition risk, of equals the most similar, of equals the first offered; of
 * the whole library, or eight of each skill, every pair once. `best` gives them in this order.
 */
export function mostAtRisk(size: number, review: 'library' | 'skill') {
  const lists: Pair[][] = Array.from({ length: review === 'library' ? 1 : size }, () => [])
  return {
    offer(i: number, j: number, s: number): void {
      for (const list of review === 'library' ? lists : [lists[i]!, lists[j]!]) keep(list, i, j, s)
    },
    best: (): Pair[] => distinct(lists.flat()).sort((a, b) => b.rank - a.rank || a.i - b.i || a.j - b.j),
  }
}

/** Risk and similarity in thousandths as one number; both are rounded first, as released. Never falls with s. */
const rankOf = (s: number): number => round3(competitionRisk(s)) * 1000 * 2000 + round3(s) * 1000

function keep(list: Pair[], i: number, j: number, s: number): void {
  const last = list[reviewed - 1]
  // Nearly all pairs end here, before anything is rounded.
  if (last !== undefined && s <= last.s) return
  const rank = rankOf(s)
  if (last !== undefined && rank <= last.rank) return
  const at = list.findIndex((kept) => kept.rank < rank)
  list.splice(at === -1 ? list.length : at, 0, { i, j, s, rank })
  if (list.length > reviewed) list.pop()
}

/** A pair that stands in the lists of both its skills, once. */
function distinct(pairs: readonly Pair[]): Pair[] {
  const seen = new Map(pairs.map((pair) => [`${pair.i} ${pair.j}`, pair]))
  return [...seen.values()]
}
