import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasRemoteCache, launch } from '../src/launch.js'
import { runTurbo } from '../src/turbo.ts'
import { discard, repository, scriptedExperiment, temporaryWorkspace } from './workspace.ts'

test('a remote cache needs its address, a token and a team', () => {
  expect(hasRemoteCache({ TURBO_API: 'a', TURBO_TOKEN: 'b', TURBO_TEAM: 'c' })).toBe(true)
  expect(hasRemoteCache({ TURBO_API: 'a', TURBO_TOKEN: '', TURBO_TEAM: 'c' })).toBe(false)
  expect(hasRemoteCache({})).toBe(false)
})

test('turbo that is not there, or stops without naming a task, is LB_TURBO with its reason', async () => {
  await expect(runTurbo('/nowhere', { tasks: ['dataset'] }, () => {})).rejects.toMatchObject({ code: 'LB_TURBO' })
  const root = await temporaryWorkspace()
  await expect(runTurbo(root, { tasks: ['no-such-task'] }, () => {})).rejects.toMatchObject({
    code: 'LB_TURBO',
    message: expect.stringMatching(/stopped without naming a task \(exit 1\): .{10}/s),
  })
  await discard(root)
})

test('what turbo said before anybody listened is not lost', async () => {
  const root = await temporaryWorkspace()
  const { done, onErrors } = launch(root, { tasks: ['no-such-task'] })
  await done
  const heard: string[] = []
  onErrors((text) => heard.push(text))
  expect(heard.join('')).not.toBe('')
  await discard(root)
})

test('error records go for what runs and for what it depends on, and stay elsewhere', async () => {
  const root = await temporaryWorkspace()
  const record = (id: string) => join(root, 'experiments', id, 'results', 'error.json')
  for (const [id, uses] of [
    ['a', 'b'],
    ['b', 'base'],
    ['c', 'base'],
  ] as const) {
    await mkdir(join(root, 'experiments', id, 'results'), { recursive: true })
    const dependencies = { [`@lawbook/${uses}`]: 'workspace:*' }
    await writeFile(join(root, 'experiments', id, 'package.json'), JSON.stringify({ dependencies }))
    await writeFile(record(id), '{}')
  }
  const left = async () => {
    const there = await Promise.all(
      ['a', 'b', 'c'].map((id) =>
        access(record(id)).then(
          () => id,
          () => null,
        ),
      ),
    )
    return there.filter((id) => id !== null)
  }
  await launch(root, { tasks: ['no-such-task'], filters: ['./experiments/a'] }).done
  expect(await left()).toEqual(['c'])
  await launch(root, { tasks: ['no-such-task'] }).done
  expect(await left()).toEqual([])
  await discard(root)
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'fault'] as const)('turbo does not outlive a %s', async (how) => {
  const root = await temporaryWorkspace()
  const mark = join(root, 'running')
  await scriptedExperiment(root, 'slow', { reproduce: `echo $$ > ${mark}; sleep 60` })
  // The program of a user who presses Ctrl-C while the command line is still loading: nobody waits for turbo yet.
  const program = `const { launch } = await import(${JSON.stringify(join(repository, 'packages/repro/src/launch.js'))})
const { done } = launch(${JSON.stringify(root)}, { tasks: ['reproduce'] })
if (${how === 'fault'}) process.on('SIGUSR2', () => { throw new Error('fault') })
console.log('started')
await done`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'ignore'] })
  await once(child.stdout, 'data')
  const task = await pidIn(mark)
  expect(alive(task)).toBe(true)
  child.kill(how === 'fault' ? 'SIGUSR2' : how)
  await once(child, 'exit')
  await expect.poll(() => alive(task), { timeout: 8000 }).toBe(false)
  await discard(root)
})

async function pidIn(path: string): Promise<number> {
  const read = () => readFile(path, 'utf8').catch(() => '')
  await expect.poll(read, { timeout: 20000 }).toMatch(/\d\n/)
  return Number(await read())
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
