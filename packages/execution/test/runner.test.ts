import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { bundleSkill } from '../src/bundle.ts'
import { limits } from '../src/files.ts'
import { openRunner } from '../src/runner.ts'
import { execute, filesOf, rootsOf, running, skillPath, textsOf } from './files.ts'

const table = filesOf({ 'in.csv': 'a,b\n1,2\n3,4\n', 'data/keep.txt': 'kept\n' })
const task = { input: {}, previous: [] }

afterEach(() => {
  expect(rootsOf(process.pid)).toEqual([])
  expect(running(process.pid)).toEqual([])
})

describe('bundleSkill', () => {
  it('gives the same bytes twice, also from another folder, and no path', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lawbook-bundle-'))
    await mkdir(join(folder, 'deep'))
    await copyFile(skillPath('misbehave'), join(folder, 'deep', 'other.ts'))
    const [here, again, there] = [
      await bundleSkill(skillPath('misbehave')),
      await bundleSkill(skillPath('misbehave')),
      await bundleSkill(join(folder, 'deep', 'other.ts')),
    ]
    await rm(folder, { recursive: true })
    expect(again).toEqual(here)
    expect(there.hash).toBe(here.hash)
    expect(here.hash).toMatch(/^[0-9a-f]{64}$/)
    const code = new TextDecoder().decode(here.code)
    for (const trace of ['misbehave', 'packages', 'node_modules', folder]) expect(code).not.toContain(trace)
  })
  it('names a source that does not bundle', async () => {
    await expect(bundleSkill(skillPath('none'))).rejects.toMatchObject({ code: 'LB_EXPERIMENT' })
  })
})

describe('a runner', () => {
  it('agrees with fresh processes, job for job', async () => {
    const bundle = await bundleSkill(skillPath('count'))
    const inputs = [{}, { to: 'in.csv' }, { from: 'gone.csv' }, { to: 'sub/gone.txt' }, {}]
    const runner = await openRunner(bundle)
    const batch = await Promise.all(inputs.map((input) => runner.execute(table, { input, previous: [] })))
    await runner.close()
    const fresh = []
    for (const input of inputs) fresh.push(await execute(bundle, table, { input, previous: [] }))
    expect(batch).toEqual(fresh)
    expect(batch.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'refused', 'refused', 'done'])
    expect(batch[0]).toMatchObject({ changed: ['count.txt'], removed: [], message: '' })
    expect(textsOf(batch[0]!.after)).toEqual({ ...textsOf(table), 'count.txt': '2 ROWS\n' })
    expect(batch[1]).toMatchObject({ changed: ['in.csv'] })
    expect([...batch[0]!.before.keys()]).toEqual(['data/keep.txt', 'in.csv'])
  })
  it('goes on over many jobs', async () => {
    const runner = await openRunner(await bundleSkill(skillPath('count')))
    const jobs = Array.from({ length: 90 }, (_, i) =>
      runner.execute(filesOf({ 'in.csv': `n\n${'1\n'.repeat(i)}` }), { input: {}, previous: [] }),
    )
    const left = (await Promise.all(jobs)).map(({ after }) => textsOf(after)['count.txt'])
    await runner.close()
    expect(left).toEqual(jobs.map((_, i) => `${i} ROWS\n`))
  })
  it('hands over what is asked and what the step before left, and nothing of the machine', async () => {
    const bundle = await bundleSkill(skillPath('echo'))
    const asked = { input: { by: ['a', 'ü"\n'], where: { field: 'a', is: 1 } }, previous: ['in.csv'] }
    const told = JSON.parse(textsOf((await execute(bundle, table, asked)).after)['echo.json']!)
    expect(told.task).toEqual(asked)
    expect(told.environment).toEqual({ TZ: 'UTC', LANG: 'C.UTF-8', NODE_ENV: 'production' })
  })
  it('refuses files whose names leave the workspace, and works on', async () => {
    const runner = await openRunner(await bundleSkill(skillPath('count')))
    await expect(runner.execute(filesOf({ '../x': '' }), task)).rejects.toMatchObject({ code: 'LB_DATA_PATH' })
    expect((await runner.execute(table, task)).outcome).toBe('done')
    await runner.close()
  })
})

describe('a parent that is killed in the middle', () => {
  it.each(['hang, waiting', 'hang, busy'])('leaves nothing running: %s', async (way) => {
    const parent = spawn(process.execPath, ['--import', 'tsx', skillPath('../parent'), skillPath('misbehave'), way], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => parent.stdout!.once('data', resolve))
    const gone = new Promise((resolve) => parent.once('exit', resolve))
    parent.kill('SIGKILL')
    await gone
    if (way === 'hang, busy' && process.platform === 'linux') expect(running(parent.pid!)).not.toEqual([])
    await expect.poll(() => running(parent.pid!), { timeout: 20_000, interval: 100 }).toEqual([])
    expect(rootsOf(parent.pid!)).toHaveLength(1)
    // The next start clears the scratch folders of dead processes, and only those.
    const alive = join(tmpdir(), `lawbook-execution-${process.ppid}-kept`)
    mkdirSync(alive)
    await execute(await bundleSkill(skillPath('count')), table, task, limits)
    expect(rootsOf(parent.pid!)).toEqual([])
    expect(rootsOf(process.ppid)).toEqual([`lawbook-execution-${process.ppid}-kept`])
    await rm(alive, { recursive: true })
  })
})
