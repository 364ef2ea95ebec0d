import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benjaminiHochberg, holm } from '../../src/hypothesis/multiplicity.ts'
import { reaches } from '../golden/agreement.ts'
import { hypothesis } from '../golden/hypothesis.ts'

const pValues = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 })
  .map((list) => Float64Array.from(list))

test("both agree with R's p.adjust, in the order given", () => {
  reaches(hypothesis, 'holm', 14)
  reaches(hypothesis, 'benjaminiHochberg', 14)
})

test('p <= Benjamini-Hochberg <= Holm <= 1; order of tests does not matter; larger p, larger adjusted p', () => {
  fc.assert(
    fc.property(pValues, (p) => {
      const [step, rate] = [holm(p), benjaminiHochberg(p)]
      for (let i = 0; i < p.length; i++) {
        expect(rate[i]).toBeGreaterThanOrEqual(p[i]!)
        expect(step[i]).toBeGreaterThanOrEqual(rate[i]!)
        expect(step[i]).toBeLessThanOrEqual(1)
        for (let j = 0; j < p.length; j++) if (p[i]! <= p[j]!) expect(step[i]).toBeLessThanOrEqual(step[j]!)
        for (let j = 0; j < p.length; j++) if (p[i]! <= p[j]!) expect(rate[i]).toBeLessThanOrEqual(rate[j]!)
      }
      expect(holm(p.slice().reverse())).toEqual(step.slice().reverse())
      expect(benjaminiHochberg(p.slice().reverse())).toEqual(rate.slice().reverse())
    }),
  )
})

test('the input is left as it is, none gives none, and what is no p-value is refused', () => {
  const p = Float64Array.of(0.5, 0.1)
  holm(p)
  benjaminiHochberg(p)
  expect([...p]).toEqual([0.5, 0.1])
  expect(holm(new Float64Array(0))).toHaveLength(0)
  for (const adjust of [holm, benjaminiHochberg]) {
    expect(() => adjust(Float64Array.of(0.1, Number.NaN))).toThrow('p-value 1 is NaN')
    expect(() => adjust(Float64Array.of(1.2))).toThrow('p-value 0 is 1.2')
    expect(() => adjust(Float64Array.of(-0.1))).toThrow('-0.1')
  }
})
