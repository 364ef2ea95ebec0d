import { spawnSync } from 'node:child_process'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { containment } from '../../src/contain.ts'
import { openLedger, readTrials } from '../../src/trial/ledger.ts'
import { temporary } from '../clawbench/checkouts.ts'
import { someSpent, someTrial } from './someTrial.ts'

test('what was appended is there again, and a later line replaces an unscored one', async () => {
  const folder = join(await temporary(), 'new/results')
  const first = await openLedger(folder)
  await first.append(someTrial('a', { status: 'agent-error', reasons: ['busy'] }), someSpent)
  await first.append(someTrial('b'), someSpent)
  await first.append(someTrial('a', { status: 'setup-error' }), someSpent)
  expect(first.isScored({ task: 'a', agent: 'nothing', attempt: 1 })).toBe(false)
  await first.append(someTrial('a'), someSpent)
  await first.close()
  const again = await openLedger(folder)
  expect(again.trials()).toEqual([someTrial('a'), someTrial('b')])
  expect(again.repairs).toEqual([])
  for (const [key, scored] of [
    [{ task: 'a', agent: 'nothing', attempt: 1 }, true],
    [{ task: 'a', agent: 'oracle', attempt: 1 }, false],
    [{ task: 'a', agent: 'nothing', attempt: 2 }, false],
  ] as const)
    expect(again.isScored(key)).toBe(scored)
  await again.close()
  expect((await readFile(join(folder, 'trials.jsonl'), 'utf8')).split('\n')).toHaveLength(5)
  expect(await readTrials(folder)).toEqual([someTrial('a'), someTrial('b')])
})

test('an unscored trial that comes later does not undo a scored one', async () => {
  const ledger = await openLedger(await temporary())
  await ledger.append(someTrial('a'), someSpent)
  await ledger.append(someTrial('a', { status: 'interrupted' }), someSpent)
  expect(ledger.trials()).toEqual([someTrial('a')])
  await ledger.close()
})

test('two scored trials of one attempt are refused, when written and when read', async () => {
  const folder = await temporary()
  const ledger = await openLedger(folder)
  await ledger.append(someTrial('a'), someSpent)
  await expect(ledger.append(someTrial('a'), someSpent)).rejects.toMatchObject({ code: 'LB_DUPLICATE_ID' })
  await ledger.append(someTrial('b'), someSpent)
  await ledger.close()
  const path = join(folder, 'trials.jsonl')
  const lines = (await readFile(path, 'utf8')).split('\n')
  await appendFile(path, `${lines[0]}\n`)
  await expect(openLedger(folder)).rejects.toMatchObject({ code: 'LB_DUPLICATE_ID' })
})

test('a last line that a crash cut short is left out and told; the rest stays', async () => {
  const folder = await temporary()
  const ledger = await openLedger(folder)
  await ledger.append(someTrial('a'), someSpent)
  await ledger.close()
  const path = join(folder, 'trials.jsonl')
  const whole = await readFile(path, 'utf8')
  await writeFile(path, whole + whole.slice(0, 40))
  const again = await openLedger(folder)
  expect(again.repairs).toEqual([
    'the last line of trials.jsonl was cut short and is left out: that trial is run again',
  ])
  await again.append(someTrial('b'), someSpent)
  await again.close()
  expect(await readTrials(folder)).toEqual([someTrial('a'), someTrial('b')])
})

test('a broken line elsewhere is an error that names it', async () => {
  const folder = await temporary()
  await writeFile(join(folder, 'trials.jsonl'), '{"task":1}\n')
  await expect(openLedger(folder)).rejects.toThrow(/trials\.jsonl line 1 is no trial/)
  await writeFile(join(folder, 'trials.jsonl'), 'oh\n{}\n')
  await expect(openLedger(folder)).rejects.toMatchObject({ code: 'LB_JSON' })
  await expect(readTrials(await temporary())).rejects.toMatchObject({ code: 'LB_DATA_MISSING' })
})

// A file system of 64 KiB of its own, which only the child sees.
test.skipIf(containment() === 'none')('a full disk is LB_DISK, and nothing that was written is lost', async () => {
  const folder = await temporary()
  const script = fileURLToPath(new URL('./fullDisk.ts', import.meta.url))
  const mount = `mount -t tmpfs -o size=64k tmpfs '${folder}' && exec "$@"`
  const node = [process.execPath, '--import', import.meta.resolve('tsx'), script, folder]
  const { stdout, stderr } = spawnSync('unshare', ['-Urm', 'sh', '-c', mount, 'sh', ...node], { encoding: 'utf8' })
  expect(stderr).toBe('')
  const { code, written, left, isWhole } = JSON.parse(stdout)
  expect(code).toBe('LB_DISK')
  expect(written).toBeGreaterThan(5)
  expect(left).toBe(written)
  expect(isWhole).toBe(true)
})

test('a second run in the same folder is stopped at its first trial, and the first one goes on', async () => {
  const folder = await temporary()
  const [first, second] = [await openLedger(folder), await openLedger(folder)]
  await first.append(someTrial('a'), someSpent)
  await expect(second.append(someTrial('a'), someSpent)).rejects.toMatchObject({ code: 'LB_USAGE' })
  await first.append(someTrial('b'), someSpent)
  await first.close()
  await second.close()
  expect(await readTrials(folder)).toEqual([someTrial('a'), someTrial('b')])
})
