import { streamsOf } from '@lawbook/base'
import { describe, expect, it } from 'vitest'
import type { Decision } from '../../src/ask/decision.ts'
import type { Meant } from '../../src/ask/fate.ts'
import { bestThreshold, canSetThreshold, crossFitted } from '../../src/ask/threshold.ts'

const meant = (skill: string | null, text: string): Meant => ({ skill, text, acceptable: [] })
const decision = (strength: number, ...best: string[]): Decision => ({ strength, best })

/** 40 requests for ten skills and 20 for none, whose random strengths are lower on average. */
function world(): { requests: Meant[]; decisions: Decision[] } {
  const stream = streamsOf('a test')('strengths')
  const requests = Array.from({ length: 60 }, (_, i) => meant(i < 40 ? `s${i % 10}` : null, `t${i}`))
  return {
    requests,
    decisions: requests.map(({ skill }) => decision(stream.uniform() + (skill === null ? 0 : 0.4), skill ?? 's0')),
  }
}

describe('the best threshold', () => {
  it('lies half-way between what to leave out and what to keep', () => {
    const requests = [meant('a', '1'), meant(null, '2'), meant('a', '3'), meant(null, '4')]
    expect(bestThreshold(requests, [decision(3, 'a'), decision(1, 'b'), decision(4, 'a'), decision(2, 'c')])).toBe(2.5)
  })

  it('is 0 where abstaining gains nothing', () => {
    expect(bestThreshold([meant('a', '1'), meant('b', '2')], [decision(1, 'a'), decision(2, 'a')])).toBe(0)
    expect(bestThreshold([meant('a', '1'), meant(null, '2')], [decision(1, 'a'), decision(2, 'a')])).toBe(0)
    expect(bestThreshold([meant(null, '1')], [decision(0)])).toBe(0)
  })

  it('is beyond all where a router had better say nothing', () => {
    expect(bestThreshold([meant('a', '1'), meant(null, '2')], [decision(1, 'b'), decision(2, 'a')])).toBe(4)
  })

  it('counts what would do as well, and shares ties', () => {
    const kept = { ...meant('a', '1'), acceptable: ['b'] }
    expect(bestThreshold([kept, meant(null, '2')], [decision(2, 'b'), decision(1, 'a')])).toBe(1.5)
    const requests = [meant('a', '1'), meant(null, '2'), meant('a', '3')]
    expect(bestThreshold(requests, [decision(1, 'a', 'b'), decision(2, 'b'), decision(3, 'a')])).toBe(2.5)
  })
})

describe('cross-fitting', () => {
  it('judges no request by a threshold that its skill helped to set', () => {
    const { requests, decisions } = world()
    const before = crossFitted(requests, decisions)!
    let moved = 0
    for (const name of new Set(requests.map(({ skill, text }) => skill ?? text))) {
      const own = requests.map(({ skill, text }) => (skill ?? text) === name)
      const turned = decisions.map((each, i) => (own[i] ? decision(10 - 20 * each.strength, 'nobody') : each))
      const after = crossFitted(requests, turned)!
      after.each.forEach((threshold, i) => {
        if (own[i]) expect(threshold).toBe(before.each[i])
        else if (threshold !== before.each[i]) moved++
      })
    }
    expect(moved).toBeGreaterThan(0)
  })

  it('uses two thresholds, on halves of equal size in skills, and reports their mean', () => {
    const { requests, decisions } = world()
    const { each, mean } = crossFitted(requests, decisions)!
    const [a, b] = [...new Set(each)] as [number, number]
    expect(new Set(each).size).toBe(2)
    expect(mean).toBeCloseTo((a + b) / 2, 9)
    expect(each.filter((threshold) => threshold === a).length).toBe(30)
    const bySkill = new Map(requests.map(({ skill }, i) => [skill ?? i, each[i]]))
    requests.forEach(({ skill }, i) => void (skill !== null && expect(each[i]).toBe(bySkill.get(skill))))
  })

  it('does not depend on the order of requests', () => {
    const { requests, decisions } = world()
    const turned = crossFitted([...requests].reverse(), [...decisions].reverse())!
    expect([...turned.each].reverse()).toEqual(crossFitted(requests, decisions)!.each)
  })

  it('sets none with fewer than twenty requests, one skill, or fewer than two that no skill is meant for', () => {
    const { requests, decisions } = world()
    const some = (count: number, idle: number): Meant[] => [...requests.slice(0, count), ...requests.slice(60 - idle)]
    expect(canSetThreshold(some(18, 2))).toBe(true)
    expect(canSetThreshold(some(17, 2))).toBe(false)
    expect(canSetThreshold(some(40, 1))).toBe(false)
    expect(canSetThreshold([...Array(20).fill(meant('a', 't')), ...requests.slice(40)])).toBe(false)
    expect(crossFitted(requests.slice(0, 40), decisions.slice(0, 40))).toBeNull()
  })
})
