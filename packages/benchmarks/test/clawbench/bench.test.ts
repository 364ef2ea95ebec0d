import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { realBench } from '../../src/clawbench/bench.ts'
import { findPython } from '../../src/python.ts'
import { checkoutOf, toml } from './checkouts.ts'

const python = await findPython(null).catch(() => null)
const needsPytest = test.skipIf(python === null || python.pytest === null)
const options = { python: null, workers: 2 }

let cache: string
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'lawbook-cache-'))
  vi.stubEnv('XDG_CACHE_HOME', cache)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(cache, { recursive: true, force: true })
})

/** Two tasks that count, one that its solution does not pass, one that the released runtime hard-codes. */
const tasks = {
  'shop-001': {},
  'shop-002': { solve: 'echo done > "$1/out.txt"; echo more > "$1/more.txt"; : > "$1/empty.txt"' },
  'shop-003': { solve: 'echo wrong > "$1/out.txt"' },
  'db-002': { toml: toml('db-002') },
}
const card = (id: string): string => `claw-bench:tasks/shop/${id}`

needsPytest('every task is a card; those that do not count are held out with the reason (needs pytest)', async () => {
  const bench = await realBench(await checkoutOf(tasks), options)
  expect(bench.cards.map(({ id, name, body }) => [id, name, body])).toEqual(
    ['db-002', 'shop-001', 'shop-002', 'shop-003'].map((id) => [card(id), 'T', '']),
  )
  expect(bench.tasks).toEqual(
    ['shop-001', 'shop-002'].map((id) => ({
      ...{ id, domain: 'shop', level: 'L1', turns: ['Write done into workspace/out.txt.'], cards: [card(id)] },
    })),
  )
  expect(bench.heldOut).toEqual([
    { task: 'db-002', reason: 'hard-coded in the released runtime' },
    { task: 'shop-003', reason: 'its own solution does not pass here: verifier rejects' },
  ])
})

needsPytest('a pick is executed in the workspace of the task, and no pick does nothing (needs pytest)', async () => {
  const bench = await realBench(await checkoutOf(tasks), options)
  const outcomes = async (pick: string | null) =>
    (await bench.play('shop-001', [pick])).checks!.map((one) => one.outcome)
  expect(await bench.play('shop-001', [card('shop-002')])).toMatchObject({ before: [], after: ['more.txt', 'out.txt'] })
  expect(await outcomes(card('shop-002'))).toEqual(['passed', 'passed'])
  expect(await outcomes(card('shop-003'))).toEqual(['failed', 'passed'])
  expect(await outcomes(null)).toEqual(['failed', 'failed'])
  await expect(bench.play('shop-003', [null])).rejects.toMatchObject({ code: 'LB_DANGLING' })
})

needsPytest('a verifier that a product brings down leaves all checks of the task in error (needs pytest)', async () => {
  const verifier =
    'import os\ndef test_one(workspace):\n    if (workspace / "bomb").exists(): os._exit(3)\n    assert (workspace / "out.txt").exists()\n'
  const bomb = { solve: 'touch "$1/bomb"' }
  const bench = await realBench(await checkoutOf({ 'shop-001': { verifier }, 'shop-002': bomb }), options)
  const { checks } = await bench.play('shop-001', [card('shop-002')])
  expect(checks).toEqual([
    expect.objectContaining({ id: 'test_one', outcome: 'error', detail: expect.stringMatching(/./) }),
  ])
})

needsPytest(
  'what was played before is not played again, until the checkout is another one (needs pytest)',
  async () => {
    // What it leaves has another name each time.
    const solve = 'echo x > "$1/at-$(date +%s%N)"; echo done > "$1/out.txt"'
    const folder = await checkoutOf({ 'shop-001': { solve } })
    const after = async (): Promise<readonly string[]> =>
      (await (await realBench(folder, options)).play('shop-001', [card('shop-001')])).after
    const first = await after()
    expect(first).toHaveLength(2)
    expect(await after()).toEqual(first)
    await writeFile(join(folder, 'tasks/shop/shop-001/instruction.md'), 'Another one.')
    expect(await after()).not.toEqual(first)
  },
)
