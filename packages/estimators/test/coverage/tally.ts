import type { Interval } from '../../src/interval/student.ts'
import { wilson } from '../../src/interval/wilson.ts'

/** What came of the intervals of one method: in how many worlds it lay below or above the truth, and all widths. */
export type Tally = { worlds: number; below: number; above: number; width: number }

/** One world: the truth, and the interval of each method. A method that gives none is left out. */
export type World = { truth: number; intervals: Readonly<Record<string, Interval>> }

/** Draws worlds, each from its number alone, and counts what each method missed. */
export function simulate(worlds: number, world: (draw: number) => World): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (let draw = 0; draw < worlds; draw++) {
    const { truth, intervals } = world(draw)
    for (const [method, [lo, hi]] of Object.entries(intervals)) {
      const tally = tallies.get(method) ?? { worlds: 0, below: 0, above: 0, width: 0 }
      tallies.set(method, tally)
      tally.worlds++
      if (!(lo <= hi)) throw new Error(`${method} gave [${lo}, ${hi}] in world ${draw}`)
      if (hi < truth) tally.below++
      if (lo > truth) tally.above++
      tally.width += hi - lo
    }
  }
  return tallies
}

/** The share of worlds whose interval contains the truth. */
export function covered({ worlds, below, above }: Tally): number {
  return 1 - (below + above) / worlds
}

/**
 * What a coverage says about a method whose intervals promise `nominal`: `too short` or `too long` when the 99 % Wilson
 * interval of the simulated coverage lies below or above the band in which the misses are .6 to 1.4 times those
 * promised (93 to 97 % for 95 %), else `covers`.
 */
export function judge(tally: Tally, nominal = 0.95): 'covers' | 'too short' | 'too long' {
  const [lo, hi] = wilson(tally.worlds - tally.below - tally.above, tally.worlds, 0.99)
  const miss = 1 - nominal
  if (hi < 1 - 1.4 * miss) return 'too short'
  return lo > 1 - 0.6 * miss ? 'too long' : 'covers'
}
