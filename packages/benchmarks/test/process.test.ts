import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { containment } from '../src/contain.ts'
import { runCommand } from '../src/process.ts'
import { temporary } from './clawbench/checkouts.ts'

const sh = async (script: string, more: Partial<Parameters<typeof runCommand>[0]> = {}) => {
  const scratch = await temporary()
  return runCommand({ file: 'sh', args: ['-c', script], cwd: scratch, scratch, seconds: 20, ...more })
}
const isFull = containment() === 'full'

test('a command ends with its exit code and the output of both streams', async () => {
  const end = await sh('echo one; echo two >&2; exit 3')
  expect(end).toMatchObject({ exit: 3, killedBy: null })
  expect(end.output.split('\n').sort()).toEqual(['', 'one', 'two'])
})

test('a program that is not there ends with 127', async () => {
  expect(await sh('', { file: '/nowhere/program' })).toMatchObject({ exit: 127, killedBy: null })
})

test('a command that hangs is killed with all it has started', async () => {
  const scratch = await temporary()
  const mark = join(scratch, 'mark')
  const end = await sh(`(sleep 3; touch '${mark}') & sleep 60`, { scratch, cwd: scratch, seconds: 1 })
  expect(end).toMatchObject({ exit: null, killedBy: 'time' })
  await sleep(3500)
  expect(existsSync(mark)).toBe(false)
})

test('a child left behind does not outlive the command, nor is it waited for', async () => {
  const scratch = await temporary()
  const mark = join(scratch, 'mark')
  const end = await sh(`(sleep 3; touch '${mark}'; sleep 60) & echo gone`, { scratch, cwd: scratch })
  expect(end).toMatchObject({ exit: 0, output: 'gone\n' })
  await sleep(3500)
  expect(existsSync(mark)).toBe(false)
})

test.skipIf(!isFull)('nor does one that left the process group', async () => {
  const scratch = await temporary()
  const mark = join(scratch, 'mark')
  await sh(`setsid sh -c 'sleep 2; touch "${mark}"' & sleep 0.3`, { scratch, cwd: scratch })
  await sleep(2500)
  expect(existsSync(mark)).toBe(false)
})

test('too much output ends a command, and the last of it is kept', async () => {
  const end = await sh('while :; do echo 0123456789; done', { outputBytes: 100_000 })
  expect(end).toMatchObject({ exit: null, killedBy: 'output' })
  expect(end.output.length).toBeLessThanOrEqual(64 * 1024)
})

test('the signal of the caller ends a command', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 300)
  expect(await sh('sleep 60', { signal: stop.signal })).toMatchObject({ exit: null, killedBy: 'signal' })
  expect(await sh('echo never', { signal: stop.signal })).toMatchObject({ killedBy: 'signal', output: '' })
})

test('nothing of the environment of the caller is passed on', async () => {
  process.env.LAWBOOK_TEST_SECRET = 'open sesame'
  try {
    const end = await sh('env; cat /proc/*/environ 2> /dev/null | tr "\\0" "\\n"')
    expect(end.output).toContain('TZ=UTC')
    if (isFull) expect(end.output).not.toContain('open sesame')
    expect((await sh('env')).output).not.toContain('open sesame')
  } finally {
    delete process.env.LAWBOOK_TEST_SECRET
  }
})

test('a file may not pass its size', async () => {
  const scratch = await temporary()
  await sh('head -c 200000 /dev/zero > big', { scratch, cwd: scratch, fileBytes: 51_200 })
  expect((await readFile(join(scratch, 'big'))).length).toBe(51_200)
})

test.skipIf(!isFull)('it can write to its scratch folder only, and cannot undo that', async () => {
  const outside = await temporary()
  const end = await sh(`
    echo kept > here
    touch '${outside}/there'; touch '${outside}-there'
    mount -o remount,bind,rw /; umount "$PWD"; unshare -m mount -o remount,bind,rw /
    touch '${outside}/again'
    cat here`)
  expect(end.output.trim().split('\n').at(-1)).toBe('kept')
  expect(existsSync(join(outside, 'there')) || existsSync(join(outside, 'again'))).toBe(false)
  expect(existsSync(`${outside}-there`)).toBe(false)
})

test.skipIf(!isFull)('it has no network, and sees no process but its own', async () => {
  const script = 'const n = require("os").networkInterfaces(); console.log(Object.keys(n).join() || "lo")'
  expect((await sh('', { file: process.execPath, args: ['-e', script] })).output.trim()).toBe('lo')
  expect((await sh(`kill -0 ${process.pid} 2> /dev/null || echo unseen`)).output).toBe('unseen\n')
})

test('two folders with odd names are no trouble', async () => {
  const scratch = await temporary()
  const odd = join(scratch, "a 'b' $c")
  await sh(`mkdir "a 'b' \\$c"`, { scratch, cwd: scratch })
  await writeFile(join(odd, 'x'), 'y')
  expect((await sh('cat x', { scratch: odd, cwd: odd })).output).toBe('y')
})

test.runIf(isFull)('a command dies when the process that runs it is killed (full containment)', async () => {
  const scratch = await temporary()
  const source = new URL('../src/process.ts', import.meta.url).href
  const command = { file: 'sh', args: ['-c', 'setsid sh -c "echo on > on; sleep 4; echo late > late"'] }
  const main = `import { runCommand } from ${JSON.stringify(source)}
await runCommand(${JSON.stringify({ ...command, cwd: scratch, scratch, seconds: 60 })})`
  await writeFile(join(scratch, 'main.mts'), main)
  const parent = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(scratch, 'main.mts')])
  while (!existsSync(join(scratch, 'on'))) await sleep(50)
  parent.kill('SIGKILL')
  await sleep(5000)
  expect(existsSync(join(scratch, 'late'))).toBe(false)
})
