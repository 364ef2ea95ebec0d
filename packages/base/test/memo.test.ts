import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeMemo, memo, readMemo } from '../src/index.ts'
import { removeOldest } from '../src/memo.ts'
import { memoPath } from '../src/paths.ts'

let folder: string
const usual = process.env.XDG_CACHE_HOME
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lawbook-memo-'))
  process.env.XDG_CACHE_HOME = folder
})
afterEach(async () => {
  if (usual === undefined) delete process.env.XDG_CACHE_HOME
  else process.env.XDG_CACHE_HOME = usual
  await rm(folder, { recursive: true, force: true })
})

/** A function that counts how often it is asked, and takes a moment. */
function counted(bytes: readonly number[]) {
  const counter = {
    made: 0,
    make: async (): Promise<Uint8Array> => {
      counter.made++
      await new Promise((resolve) => setTimeout(resolve, 20))
      return Uint8Array.from(bytes)
    },
  }
  return counter
}

it('is made once a key; a hit gives the bytes of the miss, and nothing but the content stays on disk', async () => {
  const one = counted([1, 2, 3])
  expect([...(await memo('kind', 'a', one.make))]).toEqual([1, 2, 3])
  expect([...(await memo('kind', 'a', one.make))]).toEqual([1, 2, 3])
  expect(one.made).toBe(1)
  const empty = counted([])
  expect((await memo('kind', 'empty', empty.make)).length).toBe(0)
  expect((await memo('kind', 'empty', empty.make)).length).toBe(0)
  expect(empty.made).toBe(1)
  await memo('kind', 'b', one.make)
  await memo('other', 'a', one.make)
  expect(one.made).toBe(3)
  expect((await readdir(dirname(memoPath('kind', 'a')))).sort()).toEqual(['a', 'b', 'empty'])
})

it('is made once when several ask at the same time', async () => {
  const one = counted([7])
  const all = await Promise.all(Array.from({ length: 5 }, () => memo('kind', 'a', one.make)))
  expect(all.map((bytes) => [...bytes])).toEqual(Array.from({ length: 5 }, () => [7]))
  expect(one.made).toBe(1)
})

it('is made again when the file is damaged anywhere', async () => {
  const one = counted([1, 2, 3])
  await memo('kind', 'a', one.make)
  const path = memoPath('kind', 'a')
  const whole = await readFile(path)
  for (const at of [0, 63, 64, whole.length - 1]) {
    const damaged = Buffer.from(whole)
    damaged[at]! ^= 1
    await writeFile(path, damaged)
    expect(await readMemo('kind', 'a')).toBeNull()
    expect([...(await memo('kind', 'a', one.make))]).toEqual([1, 2, 3])
  }
  for (const length of [0, 10, 65]) {
    await writeFile(path, whole.subarray(0, length))
    expect(await readMemo('kind', 'a')).toBeNull()
    expect([...(await memo('kind', 'a', one.make))]).toEqual([1, 2, 3])
  }
  expect(one.made).toBe(8)
})

it('leaves a key to the process that is at it, and takes over when that process is gone', async () => {
  const one = counted([1])
  await memo('kind', 'first', one.make)
  const other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'])
  await once(other, 'spawn')
  const lock = `${memoPath('kind', 'a')}.lock`
  await writeFile(lock, String(other.pid))
  expect(await makeMemo('kind', 'a', one.make)).toBeNull()
  expect(await makeMemo('kind', 'a', one.make)).toBeNull()
  other.kill()
  await once(other, 'exit')
  expect([...(await memo('kind', 'a', one.make))]).toEqual([1])
  expect(one.made).toBe(2)
})

it('breaks a lock that cannot be anybody’s: our own number from another life, a very old one, an old empty one', async () => {
  const one = counted([1])
  await memo('kind', 'first', one.make)
  const hoursAgo = new Date(Date.now() - 3 * 3_600_000)
  const parent = String(process.ppid)
  for (const [key, content, touched] of [
    ['own', String(process.pid), null],
    ['old', parent, hoursAgo],
    ['empty', '', hoursAgo],
  ] as const) {
    const lock = `${memoPath('kind', key)}.lock`
    await writeFile(lock, content)
    if (touched !== null) await utimes(lock, touched, touched)
    expect([...(await memo('kind', key, one.make))]).toEqual([1])
  }
  for (const [key, content] of [
    ['young', parent],
    ['young-empty', ''],
  ] as const) {
    await writeFile(`${memoPath('kind', key)}.lock`, content)
    await makeMemo('kind', key, one.make)
    expect(await makeMemo('kind', key, one.make)).toBeNull()
  }
})

it('what fails is not kept, and the next one may try', async () => {
  const failing = () => Promise.reject(new Error('no'))
  await expect(memo('kind', 'a', failing)).rejects.toThrow('no')
  expect(await readdir(dirname(memoPath('kind', 'a')))).toEqual([])
  expect([...(await memo('kind', 'a', counted([4]).make))]).toEqual([4])
})

it('a process that was killed at work does not hold up the next one', async () => {
  const source = JSON.stringify(new URL('../src/memo.ts', import.meta.url).href)
  const script = `const { memo } = await import(${source}); await memo('kind', 'a', () => process.kill(process.pid, 'SIGKILL'))`
  const { signal } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script])
  expect(signal).toBe('SIGKILL')
  expect(await readdir(dirname(memoPath('kind', 'a')))).toEqual(['a.lock'])
  expect([...(await memo('kind', 'a', counted([5]).make))]).toEqual([5])
})

it('the oldest files go when a folder holds too much', async () => {
  for (const [age, name] of ['new', 'middle', 'old'].entries()) {
    await writeFile(join(folder, name), Buffer.alloc(10))
    const at = new Date(Date.now() - 1000 * (age + 1))
    await utimes(join(folder, name), at, at)
  }
  await removeOldest(folder, 30)
  expect((await readdir(folder)).length).toBe(3)
  await removeOldest(folder, 25)
  expect((await readdir(folder)).sort()).toEqual(['middle', 'new'])
  await removeOldest(folder, 0)
  expect(await readdir(folder)).toEqual([])
})
