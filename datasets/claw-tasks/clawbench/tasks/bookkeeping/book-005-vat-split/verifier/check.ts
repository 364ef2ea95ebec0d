import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near } from '../../../../../kit/verify.ts'

type Sums = { count: number; gross: number; net: number; tax: number }
const rates = (after: Files) => jsonOf<{ rates?: Record<string, Sums> }>(after, 'summary.json').rates ?? {}
const holds = (after: Files, rate: string, count: number, gross: number, net: number, tax: number): void => {
  const sums = rates(after)[rate]
  assert.ok(sums !== undefined, `there is no rate ${rate}`)
  near(sums.count, count, 0)
  near(sums.gross, gross)
  near(sums.net, net)
  near(sums.tax, tax)
}

const verifier: Verifier = [
  { id: 'rates', weight: 1, test: ({ after }) => assert.deepEqual(Object.keys(rates(after)).sort(), ['0', '19', '7']) },
  { id: 'full-rate', weight: 3, test: ({ after }) => holds(after, '19', 5, 256.93, 215.9, 41.03) },
  { id: 'reduced-rate', weight: 3, test: ({ after }) => holds(after, '7', 4, 30.59, 28.58, 2.01) },
  { id: 'without-tax', weight: 1, test: ({ after }) => holds(after, '0', 1, 35, 35, 0) },
  { id: 'total-tax', weight: 2, test: ({ after }) => near(jsonOf(after, 'summary.json').total_tax, 43.04) },
]
export default verifier
