import { corrected } from './corrected.ts'
import type { RouterStep } from './routerStep.ts'

/** The least spread of a skill's scores on the bank, in units of a request's spread. */
const least = 0.05

/**
 * Mutual proximity with independent normal distributions: the chance that a score is above that of a random skill for
 * this request, times the chance that it is above that of a random request of the bank for this skill; as a logarithm.
 * The normal distribution function is taken as 1/(1 + e^(-1.702 z)), which is off by less than .01.
 */
export function mutualProximity(): RouterStep {
  return {
    id: 'mutual-proximity',
    title: 'Mutual proximity',
    source: 'Schnitzer, Flexer, Schedl and Widmer (2012), Local and global scaling reduce hubs in space',
    wrap: (router, calibration) =>
      corrected(router, 'mutual-proximity', calibration, (skills) => {
        const [count, sum, squares] = [0, 1, 2].map(() => new Float64Array(skills)) as [
          Float64Array,
          Float64Array,
          Float64Array,
        ]
        return {
          add(skill, score) {
            count[skill]! += 1
            sum[skill]! += score
            squares[skill]! += score * score
          },
          corrected(skill, score) {
            const n = Math.max(1, count[skill]!)
            const mean = sum[skill]! / n
            const spread = Math.max(least, Math.sqrt(Math.max(0, squares[skill]! / n - mean * mean)))
            return logNormal(score) + logNormal((score - mean) / spread)
          },
        }
      }),
  }
}

/** ln of 1/(1 + e^(-1.702 z)), stable for any z. */
function logNormal(z: number): number {
  const x = 1.702 * z
  return x < -30 ? x : -Math.log(1 + Math.exp(-x))
}
