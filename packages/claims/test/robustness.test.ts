import { describe, expect, it } from 'vitest'
import { robustness } from '../src/robustness.ts'
import { claimOf, measureOf } from './sample.ts'

describe('robustness', () => {
  const fidelity = 'full' as const
  it('judges each alternative by the same rule and never touches the primary verdict', () => {
    const measure = measureOf(0.95, [0.93, 0.97], [0.9, 1], {
      alternatives: [
        { choice: 'families', option: 'package', value: 0.94, i90: [0.92, 0.96], i995: [0.9, 0.99] },
        { choice: 'families', option: 'domain', value: 0.6, i90: [0.58, 0.62], i995: [0.55, 0.65] },
        { choice: 'ties', option: 'id', value: null, i90: null, i995: null },
      ],
    })
    const { holds, total, rows } = robustness({ claim: claimOf(), measure, fidelity })
    expect([holds, total]).toEqual([1, 3])
    expect(rows.map(({ verdict }) => verdict)).toEqual(['reproduced', 'contradicted', 'not-testable'])
    expect(rows[0]).toMatchObject({ choice: 'families', option: 'package', value: 0.94 })
  })

  it('is empty without alternatives or without a measure', () => {
    expect(robustness({ claim: claimOf(), measure: null, fidelity })).toEqual({ holds: 0, total: 0, rows: [] })
  })
})
