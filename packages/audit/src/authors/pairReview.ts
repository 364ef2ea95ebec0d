import type { PairCard } from './pairCard.ts'
import { pairAction, pairConfidence } from './rules.ts'

/** The pairs about which this is done, the surest first, in the order in which the released plan applies them. */
export const pairsTo = (action: 'merge' | 'boundary', pairs: readonly PairCard[]): PairCard[] =>
  pairs.filter((pair) => pairAction(pair) === action).sort((a, b) => pairConfidence(b) - pairConfidence(a))
