import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '@lawbook/base'
import type { Claim, DiffClaim, Lock } from '@lawbook/schemas'
import { describe, expect, it } from 'vitest'
import { computeDiff } from '../src/diff.ts'
import { accept, readLock, writeLock } from '../src/lock.ts'
import { ruleHash } from '../src/rule.ts'
import { checkout } from './checkout.ts'
import { claimOf, measureOf, registryOf, storedOf, tolerance } from './sample.ts'

const empty: Lock = { schema: 'lawbook/lock@1', claims: [] }
const stored = storedOf([measureOf(0.95, [0.93, 0.97], [0.9, 1])])
const diffClaim = (claim: Claim): DiffClaim =>
  computeDiff({ registry: registryOf(claim), results: new Map([['first-experiment', stored]]), lock: empty }).claims[0]!
const acceptClaim = (lock: Lock, claim: Claim) => accept(lock, diffClaim(claim), 'because', ruleHash(claim))

describe('accept', () => {
  it('keeps what was found and why', () => {
    expect(acceptClaim(empty, claimOf()).claims).toEqual([
      {
        id: 'paper-a/accuracy',
        verdict: 'reproduced',
        value: 0.95,
        low: 0.93,
        high: 0.97,
        n: 100,
        rule: ruleHash(claimOf()),
        method: sha256('mean'),
        because: 'because',
      },
    ])
  })

  it('keeps the rule of the first result for ever', () => {
    const [first, second] = [claimOf({ neutral: 0.4 }), claimOf({ tolerance: tolerance('rounding') })]
    const changed = acceptClaim(acceptClaim(empty, first), second)
    expect(changed.claims[0]).toMatchObject({ rule: ruleHash(second), firstRule: ruleHash(first) })
    const other = claimOf({ neutral: 0.3 })
    expect(acceptClaim(changed, other).claims[0]).toMatchObject({ rule: ruleHash(other), firstRule: ruleHash(first) })
    // Also when it is the first one again: it was another in between.
    const back = acceptClaim(changed, first)
    expect(back.claims[0]).toMatchObject({ rule: ruleHash(first), firstRule: ruleHash(first) })
    expect(acceptClaim(acceptClaim(empty, first), first).claims[0]).not.toHaveProperty('firstRule')
  })

  it('keeps the method of the first result for ever, across a run without a measure', () => {
    const by = (method: string | null) =>
      computeDiff({
        registry: registryOf(claimOf()),
        results: new Map([
          ['first-experiment', storedOf(method === null ? [] : [measureOf(0.95, [0.93, 0.97], [0.9, 1], { method })])],
        ]),
        lock: empty,
      }).claims[0]!
    const lockAfter = (...methods: (string | null)[]) =>
      methods.reduce((lock, method) => accept(lock, by(method), 'because', ruleHash(claimOf())), empty).claims[0]!
    expect(lockAfter('mean')).not.toHaveProperty('firstMethod')
    expect(lockAfter('mean', null)).toMatchObject({ method: sha256('mean') })
    expect(lockAfter('mean', null, 'mean')).not.toHaveProperty('firstMethod')
    expect(lockAfter('mean', 'median')).toMatchObject({ method: sha256('median'), firstMethod: sha256('mean') })
    expect(lockAfter('mean', null, 'median')).toMatchObject({ firstMethod: sha256('mean') })
    expect(lockAfter('mean', 'median', 'mean')).toMatchObject({ method: sha256('mean'), firstMethod: sha256('mean') })
    expect(lockAfter(null, 'mean')).not.toHaveProperty('firstMethod')
  })

  it('keeps the line of a claim that is gone, so that it cannot come back under another rule unseen', () => {
    const lock = acceptClaim(empty, claimOf())
    const nothing = (state: Lock) => computeDiff({ registry: registryOf(), results: new Map(), lock: state, ci: true })
    const [line] = nothing(lock).claims
    const without = accept(lock, line!, 'dropped', null)
    expect(without.claims).toEqual([{ ...lock.claims[0], gone: true, because: 'dropped' }])
    expect(nothing(without)).toMatchObject({ claims: [], gate: { passed: true } })
    const other = claimOf({ neutral: 0.3 })
    const results = new Map([['first-experiment', stored]])
    const again = computeDiff({ registry: registryOf(other), results, lock: without })
    expect(again.gate.reasons).toEqual(['paper-a/accuracy: rule changed'])
    const back = accept(without, again.claims[0]!, 'better', ruleHash(other)).claims[0]!
    expect(back).toMatchObject({ rule: ruleHash(other), firstRule: ruleHash(claimOf()) })
    expect(back).not.toHaveProperty('gone')
  })

  it('refuses a claim that was not tested or has no reason', () => {
    const lock = acceptClaim(empty, claimOf())
    const failed = computeDiff({
      registry: registryOf(claimOf()),
      results: new Map([['first-experiment', null]]),
      lock,
    })
    expect(() => accept(lock, failed.claims[0]!, 'because', ruleHash(claimOf()))).toThrow(
      /cannot be accepted: untested in this run: first-experiment failed/,
    )
    expect(() => accept(lock, diffClaim(claimOf()), ' ', ruleHash(claimOf()))).toThrow(/needs a reason/)
  })
})

describe('readLock and writeLock', () => {
  it('is empty without a file, and comes back as it was written, one claim a line, sorted', async () => {
    const root = await checkout()
    expect(await readLock(root)).toEqual(empty)
    await writeLock(root, empty)
    expect(await readLock(root)).toEqual(empty)
    const lock = acceptClaim(acceptClaim(empty, claimOf({ id: 'paper-a/z' })), claimOf({ id: 'paper-a/b' }))
    await writeLock(root, { ...lock, claims: [...lock.claims].reverse() })
    const text = await readFile(join(root, 'verdicts.lock.json'), 'utf8')
    expect(text.split('\n').filter((line) => line.startsWith('{"id"'))).toHaveLength(2)
    expect(text.indexOf('paper-a/b')).toBeLessThan(text.indexOf('paper-a/z'))
    expect(await readLock(root)).toEqual(lock)
  })

  it.each<[string, (text: string) => string, string]>([
    ['another version', (text) => text.replace('lock@1', 'lock@2'), 'LB_SCHEMA_VERSION'],
    ['an unknown key', (text) => text.replace('"n":', '"N":'), 'LB_SCHEMA'],
    ['a number that is not finite', (text) => text.replace('"value":0.95', '"value":1e999'), 'LB_SCHEMA'],
    ['a claim twice', (text) => text.replace(/(\{"id".*\})/, '$1,\n$1'), 'LB_DUPLICATE_ID'],
    ['an id that is no id', (text) => text.replace('paper-a/accuracy', '### paper/x'), 'LB_SCHEMA'],
    ['broken JSON', (text) => text.slice(0, -4), 'LB_JSON'],
  ])('refuses %s', async (_, damage, code) => {
    const root = await checkout()
    await writeLock(root, acceptClaim(empty, claimOf()))
    const path = join(root, 'verdicts.lock.json')
    await writeFile(path, damage(await readFile(path, 'utf8')))
    await expect(readLock(root)).rejects.toMatchObject({ code })
  })

  it('never writes what is not a number', async () => {
    const root = await checkout()
    const lock = acceptClaim(empty, claimOf())
    const broken = { ...lock, claims: [{ ...lock.claims[0]!, value: Number.NaN }] }
    await expect(writeLock(root, broken)).rejects.toMatchObject({ code: 'LB_SCHEMA' })
  })
})
