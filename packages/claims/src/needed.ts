import { round10 } from '@lawbook/base'
import type { Intervals } from './estimate.ts'
import type { Expected, Region } from './expected.ts'
import { numberText } from './words.ts'

/**
 * What an undecided claim needs, as a clause: how many times the data would decide it if the value stayed where it is,
 * and the smallest difference that this much data can tell (the half-width of the 99.5 % interval). Intervals are taken
 * to shrink with the square root of n, which is too hopeful where the paper's own interval is part of them.
 */
export function neededText(expected: Expected, intervals: Intervals, n: number, decidable: boolean): string {
  const { i995 } = intervals
  const smallest = `the smallest difference that this much data can tell is about ${numberText((i995[1] - i995[0]) / 2)}`
  const factor = neededFactor(expected, intervals, decidable)
  if (!Number.isFinite(factor) || factor > 1e6)
    return `no realistic amount of data decides at this value, and ${smallest}`
  const rows = n > 0 ? ` (n about ${Math.ceil(round10(n * factor))})` : ''
  return `about ${numberText(factor)} times the data${rows} would decide at this value, and ${smallest}`
}

/** (reach / distance)² at the ends that matter: both ends of A seen from inside it, the nearest seen from outside. */
function neededFactor(expected: Expected, { value, i90, i995 }: Intervals, decidable: boolean): number {
  const region = decidable ? expected.allowed : expected.direction
  const isInside = distance(value, region) > 0
  const [low, high] = isInside && decidable ? i90 : i995
  if (!isInside) {
    const below = region.lo !== null && value <= region.lo
    return ratioSquared(below ? high - value : value - low, -distance(value, region))
  }
  const toLo = region.lo === null ? 0 : ratioSquared(value - low, value - region.lo)
  const toHi = region.hi === null ? 0 : ratioSquared(high - value, region.hi - value)
  return Math.max(toLo, toHi)
}

/** Distance to the nearest end of a region: positive inside, negative outside, infinite without ends. */
function distance(value: number, { lo, hi }: Region): number {
  const [fromLo, toHi] = [
    lo === null ? Number.POSITIVE_INFINITY : value - lo,
    hi === null ? Number.POSITIVE_INFINITY : hi - value,
  ]
  return Math.min(fromLo, toHi)
}

function ratioSquared(reach: number, gap: number): number {
  return (reach / gap) * (reach / gap)
}
