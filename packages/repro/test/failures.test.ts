import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { collectFailures, failureExit } from '../src/failures.ts'

test('every cause is listed: from its record, or as a task that ended without a word', async () => {
  const root = await mkdtemp(join(tmpdir(), 'lawbook-failures-'))
  const folder = join(root, 'experiments', 'a')
  await mkdir(join(folder, 'results'), { recursive: true })
  await writeFile(join(folder, 'package.json'), '{"name":"@lawbook/a"}')
  const record = {
    schema: 'lawbook/error@1',
    experiment: 'a',
    task: 'reproduce',
    code: 'LB_BOOKS',
    message: 'm',
    details: {},
  }
  await writeFile(join(folder, 'results', 'error.json'), JSON.stringify(record))
  // `old` failed in an earlier run, and did not run in this one.
  const old = join(root, 'experiments', 'old')
  await mkdir(join(old, 'results'), { recursive: true })
  await writeFile(join(old, 'package.json'), '{"name":"@lawbook/old"}')
  await writeFile(join(old, 'results', 'error.json'), JSON.stringify({ ...record, experiment: 'old' }))
  const failures = await collectFailures(root, new Set(['a#reproduce', 'b#figures']))
  expect(failures.map(({ experiment, code }) => [experiment, code])).toEqual([
    ['a', 'LB_BOOKS'],
    ['b', 'LB_EXPERIMENT'],
  ])
  expect(failures[1]!.message).toMatch(/figures of b ended without saying why/)
  await rm(root, { recursive: true })
})

test('data come before books, books before the rest', () => {
  const failed = (code: 'LB_NETWORK' | 'LB_BOOKS' | 'LB_FIGURE') =>
    ({ experiment: 'a', task: 'figures', code, message: 'm' }) as const
  expect(failureExit([])).toBe(0)
  expect(failureExit([failed('LB_FIGURE')])).toBe(1)
  expect(failureExit([failed('LB_FIGURE'), failed('LB_BOOKS')])).toBe(4)
  expect(failureExit([failed('LB_BOOKS'), failed('LB_NETWORK'), failed('LB_FIGURE')])).toBe(5)
})
