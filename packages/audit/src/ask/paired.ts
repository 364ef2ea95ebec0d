import { round10, streamsOf } from '@lawbook/base'
import { signFlipTest, studentInterval } from '@lawbook/estimators'
import type { Share } from '../report.ts'
import { clusteredMean, clusterIndex, proportion } from './share.ts'

const draws = 10_000

/**
 * The mean change of the same requests, `after` less `before` (each in [0, 1]: right or not, or the chance of it), with
 * its 90 % interval and the p of the two-sided sign-flip test. `clusters` names what each request belongs to (its right
 * skill): both are made over clusters. Where all requests change by the same, the interval is that of as many
 * independent ones as there are clusters; with one cluster p is 1 and the interval [-1, 1]. n is the number of
 * requests; without any the value says nothing. The value is in [-1, 1].
 */
export function pairedGain(
  before: readonly number[],
  after: readonly number[],
  clusters: readonly string[],
): { gain: Share; p: number } {
  const n = before.length
  const count = new Set(clusters).size
  const differences = before.map((value, i) => round10(after[i]! - value))
  const value = n === 0 ? 0 : differences.reduce((sum, change) => sum + change, 0) / n
  if (count < 2) return { gain: { value: round10(value), low: -1, high: 1, n }, p: 1 }
  const [low, high] = intervalOf(differences, clusters)
  const p = signFlipP(differences, clusters)
  return {
    gain: { value: round10(value), low: round10(Math.max(-1, low)), high: round10(Math.min(1, high)), n },
    p: round10(p),
  }
}

/** Requests that did not change are the same under every flip of signs: without them few skills are left to flip. */
function signFlipP(differences: readonly number[], clusters: readonly string[]): number {
  const changed = differences.map((_, i) => i).filter((i) => differences[i] !== 0)
  const names = changed.map((i) => clusters[i]!)
  if (new Set(names).size < 2) return 1
  return signFlipTest({
    differences: Float64Array.from(changed, (i) => differences[i]!),
    clusters: clusterIndex(names),
    weigh: 'rows',
    alternative: 'two-sided',
    draws,
    stream: streamsOf('audit')('paired gain', names.length),
  }).p
}

function intervalOf(differences: readonly number[], clusters: readonly string[]): readonly [number, number] {
  const estimate = clusteredMean(differences, clusters)
  if (estimate.se > 1e-12) return studentInterval({ ...estimate, tail: 0.05 })
  const count = new Set(clusters).size
  if (Math.abs(estimate.value) < 1e-12) {
    const [, reach] = proportion(0, count)
    return [-reach, reach]
  }
  const [least] = proportion(1, count)
  return estimate.value > 0 ? [estimate.value * least, estimate.value] : [estimate.value, estimate.value * least]
}
