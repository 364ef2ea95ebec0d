import { byPackage, type Judged, judgedAt } from './estimate.ts'
import { cellOf, requestsIn, type Tally, totals } from './tally.ts'

/** Requests in percent that a black hole captures in a library of one size, beyond what uniform wrong picks give. */
export function sizeShares(tally: Tally, size: number): Judged {
  const k = tally.sizes.indexOf(size)
  if (k === -1) return null
  const jackknifed = byPackage(tally.counts, (leftOut) => {
    const sums = totals(tally, leftOut)
    const beyond = cellOf(sums, k, 'capture') - cellOf(sums, k, 'chance.capture')
    return Float64Array.of((100 * beyond) / requestsIn(tally, leftOut))
  })
  return judgedAt(jackknifed, 0, 'two')
}
