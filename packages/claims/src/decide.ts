import { round10 } from '@lawbook/base'
import type { Interval } from '@lawbook/schemas'
import type { Expected, Region } from './expected.ts'

/** What the rule says before the words are fitted to the ground on which the evidence stands. */
export type Outcome = 'agrees' | 'denies' | 'direction' | 'undecided'

/**
 * The rule of every verdict. With allowed set A inside direction set D and intervals I90 inside I99.5:
 * where the size of the effect can be compared, I99.5 outside A denies, else I90 inside A agrees, else I99.5 inside D
 * settles the direction; where it cannot, I99.5 inside D settles the direction and I99.5 outside D denies.
 * Everything else is undecided. Wider intervals never decide more (see docs/design.md, verdicts).
 */
export function decide(expected: Expected, i90: Interval, i995: Interval, decidable: boolean): Outcome {
  const { allowed, direction, neutral } = expected
  const [inner, outer] = [written(i90), written(i995)]
  if (decidable) {
    if (outside(outer, allowed, neutral)) return 'denies'
    if (inside(inner, allowed, neutral)) return 'agrees'
    return inside(outer, direction, neutral) ? 'direction' : 'undecided'
  }
  if (inside(outer, direction, neutral)) return 'direction'
  return outside(outer, direction, neutral) ? 'denies' : 'undecided'
}

/** Intervals as they would be read back from a file, so that a verdict is the same before and after writing. */
function written([lo, hi]: Interval): Interval {
  return [round10(lo), round10(hi)]
}

function inside([low, high]: Interval, { lo, hi }: Region, neutral: number | null): boolean {
  const aboveLo = lo === null || low > lo || (low === lo && lo !== neutral)
  const belowHi = hi === null || high < hi || (high === hi && hi !== neutral)
  return aboveLo && belowHi
}

function outside([low, high]: Interval, { lo, hi }: Region, neutral: number | null): boolean {
  const belowLo = lo !== null && (high < lo || (high === lo && lo === neutral))
  const aboveHi = hi !== null && (low > hi || (low === hi && hi === neutral))
  return belowLo || aboveHi
}
