import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
        because: 'because',
      },
    ])
  })

  it('keeps the rule of the first result for ever', () => {
    const [first, second, third] = ['quarter', 'rounding', 'quarter'].map((rule) =>
      claimOf({ tolerance: tolerance(rule as 'quarter'), ...(rule === 'rounding' ? {} : { neutral: 0.4 }) }),
    ) as [Claim, Claim, Claim]
    const changed = acceptClaim(acceptClaim(empty, first), second)
    expect(changed.claims[0]).toMatchObject({ rule: ruleHash(second), firstRule: ruleHash(first) })
    const other = claimOf({ neutral: 0.3 })
    expect(acceptClaim(changed, other).claims[0]).toMatchObject({ rule: ruleHash(other), firstRule: ruleHash(first) })
    expect(acceptClaim(changed, third).claims[0]).not.toHaveProperty('firstRule')
  })

  it('removes a claim that is gone, and refuses one that was not tested or has no reason', () => {
    const lock = acceptClaim(empty, claimOf())
    const registry = registryOf()
    const [gone] = computeDiff({ registry, results: new Map(), lock }).claims
    expect(accept(lock, gone!, 'dropped', null).claims).toEqual([])
    const failed = computeDiff({
      registry: registryOf(claimOf()),
      results: new Map([['first-experiment', null]]),
      lock,
    })
    expect(() => accept(lock, failed.claims[0]!, 'because', ruleHash(claimOf()))).toThrow(/was not tested in this run/)
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
