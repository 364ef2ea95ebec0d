import type { Claim } from '@lawbook/schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { information, judge } from '../src/verdict.ts'
import { claimOf, kinds, measureOf, tolerance } from './sample.ts'

const full = 'full' as const
const good = measureOf(0.95, [0.93, 0.97], [0.9, 1])
const bad = measureOf(0.6, [0.58, 0.62], [0.56, 0.64])
const formOnly = { comparability: 'form-only' } as const

describe('judge, not testable', () => {
  it.each<[string, Claim, Parameters<typeof judge>[0]['measure'], 'full' | 'quick' | 'routers' | 'local', RegExp]>([
    [
      'no measure exists',
      claimOf({ measure: null, needs: 'their logs' }),
      null,
      full,
      /nothing here measures.*their logs/,
    ],
    ['the experiment returned none', claimOf(), undefined, full, /returned no measure accuracy/],
    ['a draft', claimOf({ statement: 'Replace: one sentence.' }), good, full, /a draft/],
    ['quick run', claimOf(), good, 'quick', /reduced fidelity/],
    ['other routers', claimOf(), good, 'routers', /other routers/],
    ['local files', claimOf(), good, 'local', /files of yours/],
    ['synthetic evidence', claimOf(), { ...good, evidence: 'synthetic' }, full, /synthetic/],
    ['null with a reason', claimOf(), measureOf(null, null, null, { reason: 'no router ran' }), full, /no router ran/],
    ['count in form only', claimOf({ ...kinds.count, ...formOnly }), good, full, /no evidence about theirs/],
    ['value in form only without a null', claimOf({ ...formOnly, neutral: null }), good, full, /no direction to test/],
  ])('%s', (_, claim, measure, fidelity, reason) => {
    const { verdict, why } = judge({ claim, measure, fidelity })
    expect(verdict).toBe('not-testable')
    expect(why).toMatch(reason)
  })
})

describe('judge, the words', () => {
  const verdict = (claim: Claim, measure = good) => judge({ claim, measure, fidelity: full }).verdict

  it('comparable evidence gets the strong words', () => {
    expect(verdict(claimOf())).toBe('reproduced')
    expect(verdict(claimOf(), bad)).toBe('contradicted')
    expect(verdict(claimOf(), measureOf(0.9, [0.8, 1], [0.6, 1.1]))).toBe('direction-only')
    expect(verdict(claimOf(), measureOf(0.9, [0.6, 1], [0.4, 1.2]))).toBe('inconclusive')
  })

  it('form-only evidence gets the weak ones, and no size', () => {
    expect(verdict(claimOf(formOnly))).toBe('direction-only')
    expect(verdict(claimOf(formOnly), bad)).toBe('direction-only')
    expect(verdict(claimOf(formOnly), measureOf(0.3, [0.25, 0.35], [0.2, 0.4]))).toBe('does-not-carry')
    expect(verdict(claimOf({ ...kinds.threshold, ...formOnly }), measureOf(0.99, [0.98, 1], [0.96, 1]))).toBe(
      'consistent',
    )
    expect(verdict(claimOf({ ...kinds.threshold, ...formOnly }), good)).toBe('inconclusive')
    expect(verdict(claimOf({ ...kinds.threshold, ...formOnly }), bad)).toBe('does-not-carry')
    expect(verdict(claimOf({ ...kinds.form, ...formOnly }), bad)).toBe('consistent')
  })

  it('arithmetic may have no width: identical numbers are reproduced, others contradicted', () => {
    const claim = claimOf({ tolerance: tolerance('rounding') })
    const exactly = (x: number) => measureOf(x, [x, x], [x, x], { evidence: 'arithmetic' })
    expect(verdict(claim, exactly(0.97))).toBe('reproduced')
    expect(verdict(claim, measureOf(0.97, null, null, { evidence: 'arithmetic' }))).toBe('reproduced')
    expect(verdict(claim, exactly(0.965))).toBe('reproduced')
    expect(verdict(claim, exactly(0.9649))).toBe('contradicted')
    expect(verdict(claimOf(kinds.count), exactly(15))).toBe('reproduced')
    expect(verdict(claimOf(kinds.count), exactly(16))).toBe('contradicted')
    expect(verdict(claimOf({ ...kinds.count, ...formOnly }), exactly(15))).toBe('consistent')
    expect(() => verdict(claimOf(), measureOf(0.9, [0.9, 0.9], [0.9, 0.9]))).toThrow(/zero width/)
  })

  it('a value without an interval decides nothing', () => {
    const { verdict, why } = judge({ claim: claimOf(), measure: measureOf(0.97, null, null), fidelity: full })
    expect(verdict).toBe('inconclusive')
    expect(why).toMatch(/without an interval/)
  })

  it('a printed interval widens ours, so that the difference is judged', () => {
    const printed = claimOf({ printed: '0.97 (0.57 to 1.37)', interval: ['0.57', '1.37'] })
    expect(verdict(claimOf(), bad)).toBe('contradicted')
    expect(verdict(printed, bad)).toBe('inconclusive')
    // se = .8 / (2 · 1.96) = .204: the outer interval becomes .6 ± √(.04² + (2.807 · .204)²) = [.0257, 1.174].
    expect(judge({ claim: printed, measure: bad, fidelity: full }).why).toContain('[0.02573, 1.174]')
  })

  it('refuses a measure in another unit', () => {
    expect(() => judge({ claim: claimOf({ unit: '%' }), measure: good, fidelity: full })).toThrow(/use one unit/)
  })
})

describe('judge, missing data', () => {
  const estimate = ({ value, i90, i995 }: typeof good) => ({ value, i90, i995 })
  const open = estimate(measureOf(0.9, [0.6, 1], [0.4, 1.2]))
  const rightSide = estimate(measureOf(0.9, [0.8, 1], [0.6, 1.1]))
  const verdict = (worst: typeof open, best: typeof open) =>
    judge({ claim: claimOf(), measure: { ...good, bounds: { worst, best } }, fidelity: full })

  it('the lower of worst and best counts', () => {
    expect(verdict(estimate(good), estimate(good)).verdict).toBe('reproduced')
    expect(verdict(rightSide, estimate(good)).verdict).toBe('direction-only')
    expect(verdict(open, estimate(good)).verdict).toBe('inconclusive')
    expect(verdict(open, estimate(good)).why).toMatch(/worst the claim is inconclusive, at their best reproduced/)
    expect(verdict({ value: null, i90: null, i995: null }, estimate(good)).verdict).toBe('inconclusive')
  })

  it('reproduced at best and contradicted at worst is inconclusive', () => {
    expect(verdict(estimate(bad), estimate(good)).verdict).toBe('inconclusive')
    expect(verdict(estimate(bad), rightSide).verdict).toBe('inconclusive')
  })
})

describe('judge, inconclusive says what would decide', () => {
  const why = (claim: Claim, measure: typeof good) => judge({ claim, measure, fidelity: full }).why

  it('inside what is allowed', () => {
    // A = [.8475, 1.0925], value .92: the inner interval reaches .29 down, .0725 is allowed: (.29 / .0725)² = 16.
    const text = why(claimOf(), measureOf(0.92, [0.63, 1.05], [0.4, 1.2]))
    expect(text).toContain('about 16 times the data (n about 1600)')
    expect(text).toContain('difference that this much data can tell is about 0.4')
  })

  it('arithmetic is not decided by data', () => {
    const arithmetic = measureOf(0.92, [0.63, 1.05], [0.4, 1.2], { evidence: 'arithmetic' })
    expect(why(claimOf(), arithmetic)).toMatch(/only numbers printed with more digits would decide$/)
  })

  it('outside, and on the line', () => {
    // Value .7475 is .1 below A and the outer interval reaches .3 up: (.3 / .1)² = 9.
    expect(why(claimOf(), measureOf(0.7475, [0.6, 0.9], [0.4, 1.0475]))).toContain('about 9 times the data')
    expect(why(claimOf(), measureOf(0.8475, [0.6, 0.9], [0.4, 1.0475]))).toContain('no realistic amount of data')
  })
})

describe('judge, always', () => {
  const ordered = fc
    .array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 5, maxLength: 5 })
    .map((ends) => ends.sort((a, b) => a - b))
    .filter((ends) => ends[1] !== ends[3])
  const kind = fc.constantFrom(...Object.values(kinds))

  it('form-only evidence never yields a strong word', () => {
    fc.assert(
      fc.property(kind, ordered, fc.boolean(), (changes, [a, b, x, c, d], arithmetic) => {
        const measure = measureOf(x!, [b!, c!], [a!, d!], arithmetic ? { evidence: 'arithmetic' } : {})
        const { verdict } = judge({ claim: claimOf({ ...changes, ...formOnly }), measure, fidelity: full })
        return verdict !== 'reproduced' && verdict !== 'contradicted'
      }),
    )
  })

  it('wider intervals never say more, and the reason is one sentence', () => {
    const more = fc.double({ min: 0, max: 30, noNaN: true })
    fc.assert(
      fc.property(
        kind,
        ordered,
        more,
        fc.constantFrom('form-only', 'same-data'),
        (changes, ends, by, comparability) => {
          const [a, b, x, c, d] = ends as [number, number, number, number, number]
          const claim = claimOf({ ...changes, comparability: comparability as Claim['comparability'] })
          const narrow = judge({ claim, measure: measureOf(x, [b, c], [a, d]), fidelity: full })
          const wide = judge({ claim, measure: measureOf(x, [b - by, c + by], [a - by, d + by]), fidelity: full })
          expect(narrow.why).not.toMatch(/\n|\. |NaN|undefined|Infinity/)
          return narrow.verdict === wide.verdict || information(wide.verdict) < information(narrow.verdict)
        },
      ),
    )
  })
})
