import { fail, type Stream } from '@lawbook/base'
import type { PlantedCurve } from './plantedCurve.ts'
import type { PlantedRank } from './rankLaw.ts'

/**
 * A planted curve with its sizes permuted at random: the rows of x are dealt out anew, while y, its expected values and
 * the counts of clusters stay. Whatever y owed to x is gone, and its distribution is the same (Fisher 1935).
 */
export function shuffledSizes<Curve extends PlantedCurve>(curve: Curve, stream: Stream): Curve {
  const width = curve.x.length / curve.y.length
  const order = stream.shuffle(Int32Array.from(curve.y.keys()))
  return { ...curve, x: curve.x.map((_, i) => curve.x[order[Math.floor(i / width)]! * width + (i % width)]!) }
}

/**
 * Ranks with the similarities of their competitors shuffled: every request gets the rank that was drawn for another
 * one, by a random cyclic permutation (Sattolo 1986). The accuracy at every N stays exactly as it was, because the
 * ranks are the same ones; what a rank owed to its own request, its cluster or its neighbourhood is gone, so a
 * prediction from similarities must lose to a constant. Throws LB_FIT for fewer than two requests.
 */
export function shuffledRanks(ranks: readonly PlantedRank[], stream: Stream): PlantedRank[] {
  if (ranks.length < 2) fail('LB_FIT', `cannot shuffle the ranks of ${ranks.length} requests; give at least two`)
  const dealt = [...ranks]
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = stream.integer(i)
    const held = dealt[i]!
    dealt[i] = dealt[j]!
    dealt[j] = held
  }
  return dealt
}
