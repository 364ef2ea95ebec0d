import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abstraction } from '../../src/authors/abstraction.ts'
import { anchorStrength } from '../../src/authors/anchorStrength.ts'
import type { Anchors } from '../../src/authors/anchors.ts'
import { authorsTokens } from '../../src/authors/authorsTokens.ts'
import { dangerZoneMass, health, routingStability } from '../../src/authors/libraryQuantities.ts'
import * as pair from '../../src/authors/pairQuantities.ts'
import { round3 } from '../../src/authors/round3.ts'
import * as one from '../../src/authors/skillQuantities.ts'

const terms = (n: number, kind: string): string[] => Array.from({ length: n }, (_, i) => `${kind}${i}`)
const anchorsOf = (verbs: number, objects: number, constraints: number, examples: number): Anchors => ({
  verbs: terms(verbs, 'v'),
  objects: terms(objects, 'o'),
  constraints: terms(constraints, 'c'),
  examples: terms(examples, 'e'),
})
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('round3', () => {
  it('rounds to thousandths, halves to the even neighbour', () => {
    expect([0.0625, 0.1875, 0.3125, 0.12345, 0.2195, 1, 0].map(round3)).toEqual([
      0.062, 0.188, 0.312, 0.123, 0.22, 1, 0,
    ])
  })
})

describe('authorsTokens', () => {
  it('splits at white space, strips the ends only, keeps each word once', () => {
    expect([...authorsTokens(' (Read, read) the "pdf-file": v1.2... () ')]).toEqual([
      'read',
      'the',
      'pdf-file',
      'v1.2',
      '',
    ])
    expect(authorsTokens('').size).toBe(0)
  })
})

describe('abstraction', () => {
  it('counts each of seven terms once, inside words too, four of them are the most', () => {
    expect(abstraction('Fill in tax forms')).toBe(0)
    expect(abstraction('A HANDLER that handles forms')).toBe(0.25)
    expect(abstraction('Processing for several workflows')).toBe(0.5)
    expect(abstraction('Generic general handle process multiple workflow various')).toBe(1)
  })
})

describe('anchorStrength', () => {
  const eight = 'one two three four five six seven eight'
  it('adds its five terms and takes off abstraction', () => {
    // .36 + .16 + .28 + .1 + .1 - .22 · .25
    expect(anchorStrength(`${eight} generic`, anchorsOf(2, 1, 2, 1))).toBeCloseTo(0.945, 12)
  })
  it('gives the bonus from 8 to 30 distinct words', () => {
    const words = (n: number): string => terms(n, 'w').join(' ')
    expect([7, 8, 30, 31].map((n) => anchorStrength(words(n), anchorsOf(0, 0, 0, 0)))).toEqual([0, 0.1, 0.1, 0])
    expect(anchorStrength(`${words(7)} W0 w0.`, anchorsOf(0, 0, 0, 0))).toBe(0)
  })
  it('is clamped at both ends', () => {
    expect(anchorStrength('general workflow', anchorsOf(0, 0, 0, 0))).toBe(0)
    expect(anchorStrength(eight, anchorsOf(20, 20, 20, 20))).toBe(1)
    // Each kind of anchor alone counts for 1 at most: 1 - .22 · .25.
    expect(anchorStrength('general', anchorsOf(20, 0, 0, 0))).toBeCloseTo(0.945, 12)
  })
})

describe('the quantities of a pair', () => {
  it('risk rises from 0 at s = 0 to 1 at s = .5 and stays there', () => {
    expect(pair.competitionRisk(0)).toBe(0)
    expect(pair.competitionRisk(0.25)).toBeCloseTo((Math.exp(5) - 1) / (Math.exp(10) - 1), 12)
    expect(pair.competitionRisk(0.4999)).toBeLessThan(1)
    expect([0.5, 0.8, 1].map(pair.competitionRisk)).toEqual([1, 1, 1])
  })
  it('follow their formulas', () => {
    const [a, b] = [
      { ...anchorsOf(3, 2, 0, 0), constraints: ['x'] },
      { ...anchorsOf(2, 4, 0, 0), constraints: ['x'] },
    ]
    expect(pair.anchorOverlap(a, b)).toBeCloseTo(0.8, 12)
    expect(pair.anchorOverlap(anchorsOf(4, 4, 0, 0), anchorsOf(4, 4, 0, 0))).toBe(1)
    expect(pair.overlap(0.4, 0.2)).toBeCloseTo(0.34, 12)
    expect(pair.mergeScore(0.4, false)).toBeCloseTo(0.3, 12)
    expect(pair.mergeScore(0.4, true)).toBeCloseTo(0.4, 12)
    expect([pair.splitSignal(0.219, true), pair.splitSignal(0.22, true), pair.splitSignal(0.1, false)]).toEqual([
      0.25, 0, 0,
    ])
    expect(pair.weakDrag(0.4, 0.2)).toBeCloseTo(0.3, 12)
    expect(pair.strongTow(0.5, 0.2, 0.8, true)).toBeCloseTo(0.3, 12)
    expect(pair.strongTow(0.5, 0.2, 0.8, false)).toBe(0)
  })
  it('lie in [0, 1] and do not depend on the order of the two', () => {
    const count = fc.nat(9)
    fc.assert(
      fc.property(share, count, count, share, share, fc.boolean(), (s, m, n, p, q, family) => {
        const [a, b] = [anchorsOf(m, n, 0, 0), anchorsOf(n, m, 0, 0)]
        const common = pair.anchorOverlap(a, b)
        expect(pair.anchorOverlap(b, a)).toBe(common)
        expect(pair.strongTow(s, p, q, family)).toBe(pair.strongTow(s, q, p, family))
        const risk = pair.competitionRisk(s)
        const all = [common, risk, pair.overlap(s, common), pair.mergeScore(risk, family), pair.weakDrag(s, common)]
        for (const value of [...all, pair.strongTow(s, p, q, family)]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('the quantities of a skill', () => {
  it('follow their formulas', () => {
    expect(one.competition(0.1, Math.exp(2))).toBeCloseTo(0.5, 12)
    expect(one.competition(0, 0)).toBe(0)
    expect(one.familyConflict(3, 13)).toBe(0.25)
    expect(one.familyConflict(0, 1)).toBe(0)
    expect(one.blackHoleRisk(0.8, 0.6, 0.5, 0.1)).toBeCloseTo(0.28 + 0.21 + 0.1 + 0.01, 12)
    expect(one.routingFragility(0.8, 0.6, 0.5)).toBeCloseTo(0.4 + 0.21 + 0.075, 12)
    expect(one.rewritePriority(0.6, 0.5, 0.7, 0.3)).toBeCloseTo(0.27 + 0.125 + 0.14 + 0.03, 12)
    expect(one.boltzmannAccuracy(0.1, 3 * Math.exp(2))).toBeCloseTo(0.25, 12)
  })
  it('lie in [0, 1]', () => {
    const index = fc.double({ min: 0, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(share, index, share, share, (strength, ci, abstract, other) => {
        const competed = one.competition(strength, ci)
        const risk = one.blackHoleRisk(competed, 1 - strength, abstract, other)
        const priority = one.rewritePriority(risk, abstract, 1 - strength, other)
        const fragility = one.routingFragility(competed, 1 - strength, abstract)
        for (const value of [competed, risk, priority, fragility, one.boltzmannAccuracy(strength, ci)]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('the quantities of a library', () => {
  it('are means: of what lies in the danger zone, ends included, and of the accuracies', () => {
    expect(dangerZoneMass([0.449, 0.45, 0.8, 0.801, 1])).toBe(0.625)
    expect(dangerZoneMass([0.1, 0.9])).toBe(0)
    expect(routingStability([0.25, 1])).toBe(0.625)
    expect(routingStability([])).toBe(1)
  })
  it('name health at the thresholds', () => {
    expect([0.8, 0.799, 0.6, 0.599].map(health)).toEqual(['healthy', 'watch', 'watch', 'risky'])
  })
})
