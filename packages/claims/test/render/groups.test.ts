import { describe, expect, it } from 'vitest'
import { countsText, groupClaims } from '../../src/render/groups.ts'
import { sampleDiff } from './diffs.ts'

describe('groupClaims', () => {
  it('puts every claim into exactly one group', () => {
    const groups = groupClaims(sampleDiff)
    expect(groups.map(({ title, claims }) => [title, claims.map(({ id }) => id)])).toEqual([
      ["on the claim's own ground", ['paper-a/accuracy']],
      ['in form only', ['paper-a/form']],
      ['not testable here', ['paper-a/count']],
      ['gone', ['paper-b/old']],
    ])
    expect(countsText(sampleDiff.claims)).toBe('1 reproduced, 1 inconclusive, 2 not-testable')
  })
})
