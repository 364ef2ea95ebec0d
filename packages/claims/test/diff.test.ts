import { type Claim, type Lock, type StoredResult, validate } from '@lawbook/schemas'
import { describe, expect, it } from 'vitest'
import { computeDiff, gateReasons } from '../src/diff.ts'
import { accept } from '../src/lock.ts'
import { ruleHash } from '../src/rule.ts'
import { claimOf, kinds, measureOf, registryOf, storedOf } from './sample.ts'

const empty: Lock = { schema: 'lawbook/lock@1', claims: [] }
const good = measureOf(0.95, [0.93, 0.97], [0.9, 1])
const bad = measureOf(0.6, [0.58, 0.62], [0.56, 0.64])

const diff = (claims: Claim[], stored: StoredResult | null | undefined, lock = empty, ci = false) =>
  computeDiff({
    registry: registryOf(...claims),
    results: new Map(stored === undefined ? [] : [['first-experiment', stored]]),
    lock,
    ci,
    figures: new Map([['paper-a/accuracy', 'figures/first-experiment/curve.svg']]),
  })
const accepted = (claims: Claim[], stored: StoredResult) =>
  diff(claims, stored).claims.reduce((lock, one, i) => accept(lock, one, 'first', ruleHash(claims[i]!)), empty)

describe('computeDiff', () => {
  it('is a valid document that stands the claim beside what was found', () => {
    const worlds = [
      { world: 'effect', replicate: 1, measure: 'accuracy', value: 0.95, lo90: 0.93, hi90: 0.97, lo995: 0.9, hi995: 1 },
    ]
    const found = diff([claimOf()], storedOf([good], {}, worlds))
    expect(validate('lawbook/diff@1', found, 'diff')).toBe(found)
    expect(found.claims[0]).toMatchObject({
      id: 'paper-a/accuracy',
      verdict: 'reproduced',
      accepted: null,
      changed: 'new',
      figure: 'figures/first-experiment/curve.svg',
      expected: { allowed: { lo: 0.8475, hi: 1.0925 }, direction: { lo: 0.5, hi: null }, unit: 'share', neutral: 0.5 },
      measure: {
        value: 0.95,
        low: 0.93,
        high: 0.97,
        n: 100,
        method: 'mean',
        evidence: 'routed',
        power: null,
        falseAlarm: 0,
        recognised: 1,
      },
    })
  })

  it('counts verdicts by comparability and never adds the groups', () => {
    const claims = [
      claimOf(),
      claimOf({ id: 'paper-a/b', comparability: 'form-only' }),
      claimOf({ ...kinds.count, id: 'paper-a/c', comparability: 'form-only' }),
    ]
    expect(diff(claims, storedOf([good])).summary).toEqual({
      'same-protocol': { reproduced: 1 },
      'form-only': { 'direction-only': 1, 'not-testable': 1 },
    })
  })

  it('passes when nothing moved; a new claim fails only where acceptance is asked for', () => {
    const claims = [claimOf()]
    const lock = accepted(claims, storedOf([good]))
    expect(diff(claims, storedOf([good]), lock, true).gate).toEqual({ passed: true, reasons: [] })
    expect(diff(claims, storedOf([good])).gate.passed).toBe(true)
    expect(diff(claims, storedOf([good]), empty, true).gate).toEqual({
      passed: false,
      reasons: ['paper-a/accuracy: new'],
    })
  })

  it('fails on a changed method', () => {
    const claims = [claimOf()]
    const lock = accepted(claims, storedOf([good]))
    const other = storedOf([{ ...good, method: 'median' }])
    expect(diff(claims, other, lock).gate.reasons).toEqual(['paper-a/accuracy: method changed'])
  })

  it('fails on a worse verdict and on a changed rule, and with ci on any move', () => {
    const claims = [claimOf()]
    const lock = accepted(claims, storedOf([good]))
    expect(diff(claims, storedOf([bad]), lock).gate.reasons).toEqual([
      'paper-a/accuracy: verdict reproduced -> contradicted',
    ])
    expect(diff([claimOf({ neutral: 0.4 })], storedOf([good]), lock).gate.reasons).toEqual([
      'paper-a/accuracy: rule changed',
    ])
    const moved = storedOf([measureOf(0.951, [0.93, 0.97], [0.9, 1])])
    expect(diff(claims, moved, lock).gate.passed).toBe(true)
    expect(diff(claims, moved, lock, true).gate.reasons).toEqual(['paper-a/accuracy: value moved 0.95 -> 0.951'])
    expect(diff(claims, storedOf([good], { fidelity: 'quick' }), lock).gate.passed).toBe(false)
  })

  it('a failed experiment leaves its claims untested and fails the gate', () => {
    const claims = [claimOf()]
    const { gate, claims: found } = diff(claims, null, accepted(claims, storedOf([good])))
    expect(gate.reasons).toEqual(['paper-a/accuracy: untested in this run: first-experiment failed'])
    expect(found[0]).toMatchObject({
      measure: null,
      verdict: 'not-testable',
      accepted: 'reproduced',
      changed: 'untested in this run',
    })
    expect(diff(claims, null).gate.passed).toBe(false)
  })

  it('a claim and a measure that do not fit each other are untested, and the others are shown', () => {
    const claims = [claimOf(), claimOf({ id: 'paper-a/other', unit: 'points' })]
    const lock = accepted([claimOf()], storedOf([good]))
    const { gate, claims: found, summary } = diff(claims, storedOf([good]), lock)
    const why = 'untested in this run: claim paper-a/other is in "points" and measure accuracy in "share"; use one unit'
    expect(found[0]).toMatchObject({ verdict: 'reproduced', changed: null })
    expect(found[1]).toMatchObject({ verdict: 'not-testable', measure: null, changed: 'untested in this run', why })
    expect(gate.reasons).toEqual([`paper-a/other: ${why}`])
    expect(summary).toEqual({ 'same-protocol': { reproduced: 1, untested: 1 } })
    expect(() => accept(lock, found[1]!, 'so', ruleHash(claims[1]!))).toThrow(/use one unit/)
    const noWorlds = diff([claimOf()], storedOf([good], {}, [{ world: 'effect' }]), lock)
    expect(noWorlds.claims[0]!.why).toMatch(/the table worlds lacks the column/)
  })

  it('an experiment that has never run loses what was accepted of it', () => {
    const claims = [claimOf()]
    const { gate, claims: found } = diff(claims, undefined, accepted(claims, storedOf([good])))
    expect(gate.reasons).toEqual(['paper-a/accuracy: verdict reproduced -> not-testable'])
    expect(found[0]!.why).toBe('first-experiment has no result; run it first')
    expect(diff(claims, undefined).gate.passed).toBe(true)
  })

  it('a claim that is gone is shown, counted nowhere, and fails with ci', () => {
    const lock = accepted([claimOf()], storedOf([good]))
    const { summary, claims, gate } = diff([], storedOf([good]), lock)
    expect([summary, gate.passed]).toEqual([{}, true])
    expect(claims[0]).toMatchObject({ id: 'paper-a/accuracy', changed: 'gone', accepted: 'reproduced' })
    const found = diff([], storedOf([good]), lock, true)
    expect(found.gate.reasons).toEqual(['paper-a/accuracy: gone'])
    expect(validate('lawbook/diff@1', found, 'diff')).toBe(found)
  })

  it('finds the reasons of one claim and not of one whose id it begins', () => {
    const found = diff([claimOf(), claimOf({ id: 'paper-a/accuracy-too' })], storedOf([good]), empty, true)
    expect(gateReasons(found, 'paper-a/accuracy')).toEqual(['new'])
    expect(gateReasons(found, 'paper-a/other')).toEqual([])
  })
})
