import type { LockEntry, Verdict } from '@lawbook/schemas'
import { verdicts } from '@lawbook/schemas'
import { describe, expect, it } from 'vitest'
import { changeOf } from '../src/changes.ts'
import { information } from '../src/verdict.ts'

const entry: LockEntry = { id: 'a/b', verdict: 'reproduced', value: 1, low: 0.5, high: 1.5, n: 9, rule: 'a'.repeat(64) }
const now = (changes: object) => ({ ...entry, method: 'c'.repeat(64), ...changes })

describe('changeOf', () => {
  it.each<[string, object, string | null, string | null]>([
    ['nothing', {}, null, null],
    ['a digit beyond the tenth', { value: 1 + 1e-12 }, null, null],
    ['the tenth digit', { value: 1 + 1e-9 }, 'value moved 1 -> 1.000000001', null],
    ['a lost value', { value: null }, 'value moved 1 -> missing', null],
    ['the interval', { high: 1.6 }, 'interval moved [0.5, 1.5] -> [0.5, 1.6]', null],
    ['the rule', { rule: 'b'.repeat(64) }, 'rule changed', 'rule changed'],
    ['a method where none was kept', { method: 'd'.repeat(64) }, null, null],
    [
      'everything',
      { rule: 'b'.repeat(64), verdict: 'contradicted', value: 2 },
      'rule changed; verdict reproduced -> contradicted; value moved 1 -> 2',
      'rule changed; verdict reproduced -> contradicted',
    ],
  ])('%s', (_, changes, changed, blocks) => expect(changeOf(entry, now(changes))).toEqual({ changed, blocks }))

  it('a changed method is a changed rule; no measure has none', () => {
    const accepted = { ...entry, method: 'c'.repeat(64) }
    const moved = { changed: 'method changed', blocks: 'method changed' }
    expect(changeOf(accepted, now({}))).toEqual({ changed: null, blocks: null })
    expect(changeOf(accepted, now({ method: 'd'.repeat(64) }))).toEqual(moved)
    expect(changeOf(accepted, now({ method: null }))).toEqual({ changed: null, blocks: null })
  })

  it('a claim that comes back is held against the line that it left', () => {
    const left: LockEntry = { ...entry, gone: true }
    expect(changeOf(left, now({}))).toEqual({ changed: 'back after it was gone', blocks: null })
    expect(changeOf(left, now({ rule: 'b'.repeat(64) }))).toEqual({
      changed: 'back after it was gone; rule changed',
      blocks: 'rule changed',
    })
  })

  it('a claim without an accepted line is new, which alone blocks nothing', () =>
    expect(changeOf(undefined, now({}))).toEqual({ changed: 'new', blocks: null }))

  it('blocks exactly a loss of information and a move into or out of a denial', () => {
    const denial = (verdict: Verdict) => verdict === 'contradicted' || verdict === 'does-not-carry'
    for (const before of verdicts)
      for (const after of verdicts) {
        const { blocks } = changeOf({ ...entry, verdict: before }, now({ verdict: after }))
        const worse = information(after) < information(before) || denial(before) || denial(after)
        expect(blocks !== null, `${before} -> ${after}`).toBe(before !== after && worse)
      }
    expect(changeOf(entry, now({ verdict: 'inconclusive' })).blocks).toBe('verdict reproduced -> inconclusive')
    expect(changeOf({ ...entry, verdict: 'inconclusive' }, now({})).blocks).toBeNull()
  })
})
