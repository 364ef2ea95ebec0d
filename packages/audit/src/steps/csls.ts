import { corrected } from './corrected.ts'
import type { RouterStep } from './routerStep.ts'

/** Chosen on the calibration half: requests of one wording as the bank, judged by the other. */
export const cslsDefaults = { k: 20, strength: 0.7 } as const

/**
 * Cross-domain similarity local scaling: a skill's score minus `strength` times its mean score on the k requests of the
 * bank that it suits best. (The published form, 2 cos - r(request) - r(skill), is strength 1/2 here: what depends on the
 * request alone changes no choice.)
 */
export function csls(k: number = cslsDefaults.k, strength: number = cslsDefaults.strength): RouterStep {
  return {
    id: 'csls',
    title: 'Cross-domain similarity local scaling',
    source: 'Conneau, Lample, Ranzato, Denoyer and Jégou (2018), Word translation without parallel data',
    wrap: (router, calibration) =>
      corrected(router, 'csls', calibration, (skills) => {
        const best = Array.from({ length: skills }, () => [] as number[])
        return {
          add: (skill, score) => keepBest(best[skill]!, k, score),
          corrected: (skill, score) => score - strength * mean(best[skill]!),
        }
      }),
  }
}

/** Put a score among the k best, which are sorted, the best first. */
function keepBest(best: number[], k: number, score: number): void {
  if (best.length === k && score <= best[k - 1]!) return
  let at = best.length
  while (at > 0 && best[at - 1]! < score) at--
  best.splice(at, 0, score)
  if (best.length > k) best.pop()
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
