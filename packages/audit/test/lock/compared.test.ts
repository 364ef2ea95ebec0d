import { describe, expect, it } from 'vitest'
import { compared } from '../../src/lock/since.ts'
import type { AuditReport } from '../../src/report.ts'
import { fullReport, outcome } from '../render/report.ts'

const base = fullReport()
const asked = (right: readonly [string, number, number][], overall: number): AuditReport => ({
  ...base,
  outcomes: {
    ...{ requests: 6, source: 'requests.jsonl', notes: [] },
    routers: [{ id: 'bm25', threshold: null, outcome: outcome(overall) }],
    skills: right.map(([id, n, count]) => ({ id, n, right: count })),
  },
})

describe('compared', () => {
  it('finds no change between a report and itself', () => {
    const same = compared(base, base)
    expect(same.findings).toEqual({ new: [], worse: [], fixed: [] })
    expect(same.skills).toEqual({ added: [], removed: [], changed: [] })
  })

  it('tells skills that came, went, and say something else', () => {
    const [first, ...others] = base.library.skills
    const before = { ...base, library: { ...base.library, skills: [{ ...first!, digest: 'a' }, ...others] } }
    const added = { ...first!, id: 'new/SKILL.md' }
    const kept = { ...first!, digest: 'b' }
    const after = { ...base, library: { ...base.library, skills: [kept, ...others.slice(1), added] } }
    expect(compared(before, after).skills).toEqual({
      added: ['new/SKILL.md'],
      removed: [others[0]!.id],
      changed: [first!.id],
    })
  })

  it('pairs the outcomes of the same requests by skill', () => {
    const before = asked(
      [
        ['a', 2, 0],
        ['b', 2, 1],
        ['c', 2, 2],
      ],
      0.5,
    )
    const after = asked(
      [
        ['a', 2, 2],
        ['b', 2, 1],
        ['c', 2, 1],
      ],
      0.6,
    )
    const { outcomes } = compared(before, after)
    expect(outcomes!.gain).toMatchObject({ n: 6 })
    expect(outcomes!.gain.value).toBeCloseTo(1 / 6)
    expect(outcomes!.p).toBe(1)
    expect(outcomes!.routers[0]).toMatchObject({ id: 'bm25', before: { right: { value: 0.5 } } })
  })

  it('compares no forecasts on different grounds, and no outcomes without requests', () => {
    const other = { ...base, outcomes: null, forecast: { ...base.forecast, basis: 'bodies' as const } }
    expect(compared(other, base)).toMatchObject({ outcomes: null, forecast: null })
    expect(compared(base, base).forecast).toEqual({ before: base.forecast.points, after: base.forecast.points })
  })
})
