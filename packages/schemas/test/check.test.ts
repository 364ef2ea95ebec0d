import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFits, checkLedger, checkMeasure, type FitRecord, type Ledger, type Measure } from '../src/index.ts'
import { fit, ledger, measure, unfitted } from './samples.ts'

const check = (change: Partial<Measure>) => () => checkMeasure({ ...measure, ...change }, 'trial')
const refused = (code: string, message: string | RegExp) =>
  expect.objectContaining({
    code,
    message: typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message),
  })

describe('checkMeasure', () => {
  it('takes a nested measure, intervals that are missing, and equal ends of the two intervals', () => {
    for (const good of [{}, { i90: null }, { i995: null }, { i90: null, i995: null }, { i995: measure.i90 }])
      expect(check(good)).not.toThrow()
  })

  it('takes null with a reason only', () => {
    const nothing = { value: null, i90: null, i995: null }
    expect(check({ ...nothing, reason: 'no router was eligible' })).not.toThrow()
    expect(check(nothing)).toThrow(refused('LB_INTERVAL', /^measure slope of trial is null without a reason; /))
  })

  it('shows the numbers of an interval that is not nested', () => {
    expect(check({ i90: [0.02, 0.06] })).toThrow(
      refused(
        'LB_INTERVAL',
        'measure slope of trial has intervals that are not nested: value 0.05, 90 % [0.02, 0.06], 99.5 % [0.03, 0.07]',
      ),
    )
  })

  const bad: [string, Partial<Measure>, RegExp][] = [
    ['i90 above i995', { i90: [0.04, 0.08] }, /not nested/],
    ['i90 upside down', { i90: [0.06, 0.04] }, /not nested/],
    ['i995 upside down and alone', { i90: null, i995: [0.07, 0.03] }, /not nested/],
    [
      'i90 upside down and alone, without a value',
      { value: null, reason: 'x', i90: [0.06, 0.04], i995: null },
      /nested/,
    ],
    ['value below', { value: 0.02 }, /outside its own interval/],
    ['value above i90 alone', { value: 0.065, i995: null }, /outside its own interval/],
    ['zero width', { i90: [0.05, 0.05] }, /zero width; only arithmetic may/],
    ['zero width of i995 alone', { i90: null, i995: [0.05, 0.05] }, /zero width/],
  ]
  it.each(bad)('refuses %s: in the headline, a part, an alternative and a bound', (_, change, message) => {
    expect(check(change)).toThrow(refused('LB_INTERVAL', message))
    const { value, i90, i995 } = { ...measure, ...change }
    const estimate = { value, i90, i995 }
    const sound = { value: measure.value, i90: measure.i90, i995: measure.i995 }
    expect(check({ parts: [{ label: 'bm25', ...estimate }] })).toThrow(/^part bm25 of measure slope/)
    expect(check({ alternatives: [{ choice: 'half', option: 'test', ...estimate }] })).toThrow(
      /^half = test of measure/,
    )
    expect(check({ bounds: { worst: estimate, best: sound } })).toThrow(/^the worst case of measure slope/)
    expect(check({ bounds: { worst: sound, best: estimate } })).toThrow(/^the best case of measure slope/)
  })

  it('allows zero width for arithmetic alone', () => {
    const exact = { i90: [0.05, 0.05], i995: [0.05, 0.05] } as const
    expect(check({ ...exact, evidence: 'arithmetic' })).not.toThrow()
    for (const evidence of ['routed', 'executed', 'published', 'synthetic', 'live'] as const)
      expect(check({ ...exact, evidence })).toThrow(/zero width/)
  })

  it('refuses what is not finite', () => {
    for (const change of [{ value: Number.NaN }, { i90: [Number.NEGATIVE_INFINITY, 0.06] as const }])
      expect(check(change)).toThrow(refused('LB_NOT_FINITE', /write null and a reason/))
  })

  it('accepts exactly the ordered quintuples', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 }), ([a, b, v, c, d]) => {
        const nested = a! <= b! && b! < c! && c! <= d! && a! <= v! && v! <= d!
        const trial = check({ value: v!, i90: [b!, c!], i995: [a!, d!] })
        if (nested) expect(trial).not.toThrow()
        else expect(trial).toThrow(refused('LB_INTERVAL', ''))
      }),
    )
  })
})

describe('checkLedger', () => {
  const count = fc.nat(1000)
  const parts = fc.record({
    used: count,
    failed: count,
    missing: count,
    excluded: fc.array(fc.record({ reason: fc.string({ minLength: 1 }), n: count })),
  })

  it('takes every ledger that balances, and none that is off by one row or more', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: -5, max: 5 }), ({ used, failed, missing, excluded }, off) => {
        const accounted = used + failed + missing + excluded.reduce((sum, { n }) => sum + n, 0)
        const trial: Ledger = { stage: 'draws', planned: accounted + off, used, failed, missing, excluded }
        if (off === 0) expect(() => checkLedger(trial, 'trial')).not.toThrow()
        else expect(() => checkLedger(trial, 'trial')).toThrow(refused('LB_BOOKS', 'stage "draws" of trial'))
      }),
    )
  })

  it('shows every entry of the stage', () => {
    expect(() => checkLedger(ledger, 'trial')).not.toThrow()
    expect(() => checkLedger({ ...ledger, used: 5 }, 'trial')).toThrow(
      expect.objectContaining({
        exit: 4,
        message:
          'stage "requests" of trial planned 10 rows but accounts for 9: used 5, excluded 2, failed 1, missing 1',
      }),
    )
  })
})

describe('checkFits', () => {
  const checked = (change: Partial<FitRecord>) => () => checkFits([{ ...fit, ...change }], 'trial')
  const parameter = fit.parameters[0]!

  it('takes fits that converged and fits that did not', () => {
    expect(() => checkFits([fit, unfitted], 'trial')).not.toThrow()
    expect(checked({ parameters: [{ ...parameter, se: null, i90: null }] })).not.toThrow()
    expect(checked({ optimiser: { ...fit.optimiser, agreeing: 4 } })).not.toThrow()
    for (const status of ['max-iterations', 'singular'] as const)
      expect(checked({ status, parameters: [], rivals: unfitted.rivals })).not.toThrow()
  })

  it('wants every id once', () => {
    expect(() => checkFits([fit, unfitted, fit], 'trial')).toThrow(
      refused('LB_DUPLICATE_ID', 'trial returns the fit bm25-power twice'),
    )
  })

  const bad: [string, Partial<FitRecord>, string, string][] = [
    ['a converged fit without parameters', { parameters: [] }, 'LB_SCHEMA', 'converged and has no parameters'],
    ['parameters behind max-iterations', { status: 'max-iterations' }, 'LB_SCHEMA', 'max-iterations and has 1 par'],
    ['parameters behind singular', { status: 'singular' }, 'LB_SCHEMA', 'only a converged fit estimates any'],
    ['parameters behind bound-hit', { status: 'bound-hit', boundsHit: ['b'] }, 'LB_SCHEMA', 'bound-hit and has 1'],
    ['bound-hit without a bound', { status: 'bound-hit', parameters: [] }, 'LB_SCHEMA', 'names no parameter'],
    ['a bound behind converged', { boundsHit: ['a', 'b'] }, 'LB_SCHEMA', 'converged and lists bounds hit (a, b)'],
    [
      'more agreeing starts than starts',
      { optimiser: { ...fit.optimiser, agreeing: 5 } },
      'LB_SCHEMA',
      '5 agreeing starts of 4',
    ],
    [
      'an interval beside its value',
      { parameters: [{ ...parameter, i90: [0.06, 0.07] }] },
      'LB_INTERVAL',
      'parameter b of fit bm25-power of trial lies outside its own interval',
    ],
    ['an interval without a method', { interval: { reason: 'none' } }, 'LB_INTERVAL', 'without a method: "none"'],
    ['a negative error', { parameters: [{ ...parameter, se: -1 }] }, 'LB_INTERVAL', 'the standard error -1'],
    ['NaN', { parameters: [{ ...parameter, value: Number.NaN }] }, 'LB_NOT_FINITE', 'holds NaN'],
    [
      'a rival without its error',
      { rivals: [{ law: 'log', status: 'bound-hit', error: null }] },
      'LB_SCHEMA',
      'the rival log of fit bm25-power of trial is bound-hit with the error null',
    ],
    [
      'an error without a fit',
      { rivals: [{ law: 'log', status: 'singular', error: 0.1 }] },
      'LB_SCHEMA',
      'is singular with the error 0.1',
    ],
  ]
  it.each(bad)('refuses %s', (_, change, code, message) => expect(checked(change)).toThrow(refused(code, message)))
})
