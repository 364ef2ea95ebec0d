import type { ClaimKind } from '@lawbook/schemas'
import { describe, expect, it } from 'vitest'
import { kindObstacle, sizeComparable } from '../src/comparable.ts'
import { claimOf, kinds } from './sample.ts'

const claim = (kind: ClaimKind, changes = {}) => claimOf({ ...kinds[kind], comparability: 'form-only', ...changes })

describe('sizeComparable', () => {
  it.each<[ClaimKind, boolean]>([
    ['value', false],
    ['ratio', false],
    ['range', false],
    ['count', false],
    ['threshold', true],
    ['sign', true],
    ['ordering', true],
    ['form', true],
  ])('%s on form-only evidence: %s', (kind, comparable) => {
    expect(sizeComparable(claim(kind), 'routed')).toBe(comparable)
    expect(sizeComparable(claim(kind), 'arithmetic')).toBe(true)
    for (const comparability of ['same-data', 'same-protocol'])
      expect(sizeComparable(claim(kind, { comparability }), 'routed')).toBe(true)
  })
})

describe('kindObstacle', () => {
  it.each<[ClaimKind, object, boolean]>([
    ['value', {}, false],
    ['value', { neutral: null }, true],
    ['ratio', { neutral: null }, true],
    ['range', { neutral: null }, true],
    ['count', {}, true],
    ['threshold', { neutral: null }, false],
    ['form', {}, false],
  ])('%s %j', (kind, changes, obstacle) => expect(kindObstacle(claim(kind, changes), 'routed') !== null).toBe(obstacle))
})
