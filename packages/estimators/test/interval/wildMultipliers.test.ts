import { streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { multiplierVectors } from '../../src/interval/wildMultipliers.ts'

const stream = () => streamsOf('test')('multipliers')

test('sign vectors are listed when 2^G draws are allowed: each once, up to its sign', () => {
  const { vectors, exact } = multiplierVectors({ kind: 'rademacher', clusters: 4, draws: 16, stream: stream() })
  expect(exact).toBe(true)
  const rows = Array.from({ length: 8 }, (_, b) => vectors.subarray(4 * b, 4 * b + 4).join())
  expect(new Set(rows).size).toBe(8)
  expect(rows.every((row) => row.startsWith('1,'))).toBe(true)
  expect(multiplierVectors({ kind: 'rademacher', clusters: 4, draws: 15, stream: stream() }).exact).toBe(false)
  expect(multiplierVectors({ kind: 'rademacher', clusters: 64, draws: 9, stream: stream() }).vectors.length).toBe(576)
})

test.each(['rademacher', 'webb'] as const)('%s: random multipliers have mean 0 and variance 1', (kind) => {
  const { vectors, exact } = multiplierVectors({ kind, clusters: 20, draws: 2000, stream: stream() })
  expect(exact).toBe(false)
  const n = vectors.length
  expect(n).toBe(40000)
  const squares = [...new Set(vectors)].map((x) => Math.sign(x) * x * x).sort((x, y) => x - y)
  const wanted = kind === 'webb' ? [-1.5, -1, -0.5, 0.5, 1, 1.5] : [-1, 1]
  expect(squares).toHaveLength(wanted.length)
  for (const [k, value] of wanted.entries()) expect(squares[k]).toBeCloseTo(value, 14)
  expect(Math.abs(vectors.reduce((sum, x) => sum + x, 0) / n)).toBeLessThan(4 / Math.sqrt(n))
  expect(vectors.reduce((sum, x) => sum + x * x, 0) / n).toBeCloseTo(1, 1)
})

test('at least one draw is needed', () => {
  expect(() => multiplierVectors({ kind: 'webb', clusters: 3, draws: 0, stream: stream() })).toThrow(
    'cannot make 0 draws',
  )
})
