import type { Stream } from '@lawbook/base'
import { sortedQuantile } from '@lawbook/estimators'
import type { ConfusedReport } from '../report.ts'

const fewest = 30
const draws = 400

/**
 * How unevenly skills stand among the nearest of others: the skewness of how often each one does (Radovanovic, Nanopoulos
 * and Ivanovic 2010, Hubs in space), and the middle 99.5 % of what it is if every skill names as many others at random.
 * Null for fewer than 30 skills, where ten others are too large a part of all, and where all stand equally often.
 */
export function hubness(nearest: readonly Int32Array[], stream: Stream): ConfusedReport['hubness'] {
  const n = nearest.length
  if (n < fewest) return null
  const measured = skewness(occurrences(nearest))
  if (measured === null) return null
  const counts = new Int32Array(n)
  const drawn = Float64Array.from({ length: draws }, () => {
    counts.fill(0)
    nearest.forEach(({ length }, i) => {
      for (const j of others(n, i, length, stream)) counts[j]!++
    })
    return skewness(counts) ?? 0
  }).sort()
  return { skewness: measured, chance: { low: sortedQuantile(drawn, 0.0025), high: sortedQuantile(drawn, 0.9975) } }
}

function occurrences(nearest: readonly Int32Array[]): Int32Array {
  const counts = new Int32Array(nearest.length)
  for (const list of nearest) for (const j of list) counts[j]!++
  return counts
}

/** Some distinct numbers below n without i: few of many, so that drawing one again is rare. */
function others(n: number, i: number, many: number, stream: Stream): number[] {
  const drawn: number[] = []
  while (drawn.length < many) {
    const j = stream.integer(n)
    if (j !== i && !drawn.includes(j)) drawn.push(j)
  }
  return drawn
}

/** E[(k - mean)^3] / sd^3; null where all counts are equal. */
export function skewness(counts: Int32Array): number | null {
  const n = counts.length
  const mean = counts.reduce((sum, k) => sum + k, 0) / n
  let [square, cube] = [0, 0]
  for (const k of counts) {
    square += (k - mean) * (k - mean)
    cube += (k - mean) * (k - mean) * (k - mean)
  }
  return square === 0 ? null : cube / n / (Math.sqrt(square / n) * (square / n))
}
