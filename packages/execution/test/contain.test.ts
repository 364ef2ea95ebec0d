import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bundleSkill } from '../src/bundle.ts'
import { type Limits, limits } from '../src/files.ts'
import type { Outcome } from '../src/outcome.ts'
import { openRunner, type Runner } from '../src/runner.ts'
import { withoutNetwork } from '../src/sandbox.ts'
import { filesOf, rootsOf, running, skillPath, textsOf } from './files.ts'

const files = filesOf({ 'in.csv': 'a,b\n1,2\n', 'data/keep.txt': 'kept\n' })
const outside = join(tmpdir(), `lawbook-outside-${process.pid}`)
const short: Limits = { ...limits, milliseconds: 1500 }
const small: Limits = { files: 20, bytes: 40_000, fileBytes: 30_000, milliseconds: 15_000, output: 5000 }
const big = 1_000_000

let runner: Runner
beforeAll(async () => {
  runner = await openRunner(await bundleSkill(skillPath('misbehave')))
})
afterAll(async () => {
  await runner.close()
  expect(rootsOf(process.pid)).toEqual([])
  expect(running(process.pid)).toEqual([])
  expect(existsSync(outside)).toBe(false)
})

type Case = [way: string, input: object, outcome: Outcome, limits?: Limits]

const failures: Case[] = [
  ['hang, waiting', {}, 'time', short],
  ['hang, busy', {}, 'time', short],
  ['write', { path: outside }, 'outside'],
  ['write', { path: '../outside.txt' }, 'outside'],
  ['write', { path: 'data/../../outside.txt' }, 'outside'],
  ['read', { path: '/etc/passwd' }, 'outside'],
  ['read', { path: '../output' }, 'outside'],
  ['read, and wrap the error', { path: '/etc/passwd' }, 'outside'],
  ['symbolic link', {}, 'outside'],
  ['hard link', {}, 'link'],
  ['socket', {}, 'link'],
  ['name that is not UTF-8', {}, 'link'],
  ['one big file', { size: big }, 'files', small],
  ['one big file', { size: 30_001 }, 'files', small],
  ['one big file, and shrug', { size: big }, 'files', small],
  ...(existsSync('/bin/sh') ? [['one big file, for a moment', { size: big }, 'files', small] as Case] : []),
  ['file without end', {}, 'files', small],
  ['many files', { size: 30 }, 'files', small],
  ['many folders', { size: 30 }, 'files', small],
  ['print', { size: 5000 }, 'output', small],
  ['print', { size: 3 * big }, 'output'],
  ['print, without end', {}, 'output', small],
  ['throw an Error', {}, 'refused'],
  ['throw a string', {}, 'crashed'],
  ['throw null', {}, 'crashed'],
  ['exit', {}, 'crashed'],
  ['abort', {}, 'crashed'],
  ['reject unseen', {}, 'crashed'],
  ['throw later', {}, 'crashed'],
  ['start a process', {}, 'outside'],
  ['start a worker', {}, 'outside'],
  ['answer by itself', {}, 'crashed'],
]

describe('a job that fails', () => {
  it.each(failures)('%s %j -> %s', async (way, input, outcome, bounds = limits) => {
    const failed = await runner.execute(files, { input: { do: way, ...input }, previous: [] }, bounds)
    expect({ outcome: failed.outcome, after: textsOf(failed.after) }).toEqual({ outcome, after: textsOf(files) })
    expect([...failed.changed, ...failed.removed]).toEqual([])
    expect(failed.message).toMatch(/^[a-z.][^\n]{5,199}$/)
    expect(failed.message).not.toContain(tmpdir())
  })
})

const harmless: [way: string, input: object, left: string[]][] = [
  ['one big file', { size: 30_000 }, ['big.bin', 'left.txt']],
  ['print', { size: 4999 }, ['left.txt']],
  ['print bytes', {}, ['left.txt']],
  ['leave a timer', {}, ['left.txt']],
  ['leave a rejection for later', {}, ['left.txt']],
  ['forget to wait', {}, ['left.txt', 'one.txt', 'two.txt']],
  ['pollute', {}, ['left.txt']],
]

describe('a job that is done', () => {
  it.each(harmless)('%s %j', async (way, input, left) => {
    const done = await runner.execute(files, { input: { do: way, ...input }, previous: [] }, small)
    expect(done).toMatchObject({ outcome: 'done', message: '', changed: left, removed: [] })
  })
})

describe('limits', () => {
  it('are those of the job, not of the one before', async () => {
    const input = { do: 'one big file', size: 100_000 }
    expect((await runner.execute(files, { input, previous: [] }, small)).outcome).toBe('files')
    expect((await runner.execute(files, { input: { do: 'nothing' }, previous: [] }, small)).outcome).toBe('done')
    expect((await runner.execute(files, { input, previous: [] }, limits)).outcome).toBe('done')
  })
})

describe('the job after', () => {
  // Whatever came before, the skill begins as in a fresh process: its own variables, the built-ins, the folder.
  afterEach(async () => {
    const next = await runner.execute(files, { input: { do: 'nothing' }, previous: [] }, small)
    expect(next).toMatchObject({ outcome: 'done', changed: ['left.txt'] })
    expect(textsOf(next.after)['left.txt']).toBe('call 1, 0 in false\n')
  })
  it.each(['nothing', 'pollute', 'leave a timer', 'leave a rejection for later', 'exit', 'throw null', 'print bytes'])(
    '%s',
    async (way) => {
      await runner.execute(files, { input: { do: way }, previous: [] }, small)
      // Late enough for what was left behind to strike, were it alive.
      await new Promise((resolve) => setTimeout(resolve, 150))
    },
  )
})

describe('the network', () => {
  it.skipIf(withoutNetwork() === null)('is out of reach (skipped where unshare -rn is not allowed)', async () => {
    let connections = 0
    const server = createServer((socket) => {
      connections++
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const tried = await runner.execute(files, { input: { do: 'connect', port }, previous: [] })
    expect(['refused', 'outside']).toContain(tried.outcome)
    expect(connections).toBe(0)
    await new Promise((resolve) => server.close(resolve))
  })
})
