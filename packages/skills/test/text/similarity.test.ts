import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { similarityMatrix } from '../../src/text/similarity.ts'

describe('similarityMatrix', () => {
  it('is the cosine of the weights in its formula', () => {
    const [, ab] = similarityMatrix(['red red fish', 'blue fish'])
    const rare = Math.log(3 / 2) + 1
    const common = Math.log(3 / 3) + 1
    const red = (1 + Math.log(2)) * rare
    const expected = (common * common) / (Math.hypot(red, common) * Math.hypot(rare, common))
    expect(ab).toBeCloseTo(expected, 6)
  })

  it('is symmetric, in [0, 1], 1 for equal texts and 0 for texts without common stems', () => {
    const text = fc.array(fc.constantFrom('red', 'blue', 'fish', 'test', 'the'), { maxLength: 6 })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (lists) => {
        const texts = lists.map((list) => list.join(' '))
        const n = texts.length
        const s = similarityMatrix(texts)
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            expect(s[i * n + j]).toBe(s[j * n + i])
            expect(s[i * n + j]).toBeGreaterThanOrEqual(0)
            expect(s[i * n + j]).toBeLessThanOrEqual(1)
          }
        }
      }),
    )
    expect([...similarityMatrix(['red fish', 'fish red', 'blue', ''])]).toEqual([
      1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1,
    ])
  })
})
