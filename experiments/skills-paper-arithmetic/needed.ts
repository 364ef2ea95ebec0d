import { pow, type StreamFactory } from '@lawbook/base'
import { type R2Question, type Share, shareAboveLine } from './r2.ts'

/** Standard normal quantiles of the tails 5 % and 0.25 %. */
const z90 = 1.6448536269514722
const z995 = 2.807033768343811

export type Needed = { readonly value: number; readonly i90: [number, number]; readonly i995: [number, number] }

export type NeededOptions = { readonly models: number; readonly likely: number; readonly replicates: number }

/**
 * The smallest number of independent decisions a size at which all models exceed the line with probability at least
 * `likely`: share(n)^models >= likely, by bisection on simulated shares. The intervals hold simulation error alone:
 * their ends are the n at which share ± z standard errors cross the same level. Null beyond 10⁶.
 */
export function decisionsNeeded(question: R2Question, options: NeededOptions, stream: StreamFactory): Needed | null {
  const level = pow(options.likely, 1 / options.models)
  const known = new Map<number, Share>()
  const share = (n: number): Share => {
    const found = known.get(n) ?? shareAboveLine(question, n, options.replicates, stream)
    known.set(n, found)
    return found
  }
  const crossing = (z: number): number | null => {
    const enough = (n: number) => share(n).share + z * share(n).se >= level
    let hi = 64
    while (!enough(hi)) if ((hi *= 2) > 1_000_000) return null
    let lo = hi === 64 ? 0 : hi / 2
    while (hi - lo > 1) {
      const middle = Math.floor((lo + hi) / 2)
      if (enough(middle)) hi = middle
      else lo = middle
    }
    return hi
  }
  const [outerLo, lo, value, hi, outerHi] = [z995, z90, 0, -z90, -z995].map(crossing)
  if (value == null || lo == null || hi == null || outerLo == null || outerHi == null) return null
  return { value, i90: [lo, hi], i995: [outerLo, outerHi] }
}
