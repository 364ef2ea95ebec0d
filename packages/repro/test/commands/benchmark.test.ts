import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import command from '../../src/commands/benchmark.ts'
import { right, writeCheckout, wrong } from '../benchmark/checkouts.ts'
import { repository, runCommand } from '../workspace.ts'

let place: string
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'lawbook-benchmark-'))
})
afterEach(() => rm(place, { recursive: true, force: true }))

const tasks = { 'shop-001': right, 'shop-002': wrong, 'yard-001': right }
const checkout = () => writeCheckout(join(place, 'checkout'), tasks)

async function run(agent: string, more: object = {}, json = true) {
  const options = { dir: join(place, 'checkout'), agent, workers: '2', 'allow-task-code': true }
  const out = join(place, `clawbench-${agent.split(':')[0]}`)
  return await runCommand(command, repository, ['clawbench'], { out, ...options, ...more }, json)
}
const linesOf = async (folder: string): Promise<string[]> =>
  (await readFile(join(place, folder, 'trials.jsonl'), 'utf8')).trimEnd().split('\n')

test('a run counts by domain and in all, and lists what upstream passes over', async () => {
  await checkout()
  const { code, document } = await run('oracle')
  expect(code).toBe(0)
  expect(document).toMatchObject({
    schema: 'lawbook/benchmark@1',
    tasks: { own: false, commit: null, planned: 3 },
    run: { agent: 'oracle', librarySize: null, kept: 0, python: null },
    counts: {
      overall: { planned: 3, scored: 3, notScored: {}, strictPasses: 2, upstreamPasses: 2, checks: 6, checksPassed: 5 },
      domains: [
        { domain: 'shop', planned: 2, strictPasses: 1, meanFlat: 0.75, meanDeclared: 0.625 },
        { domain: 'yard', planned: 1, strictPasses: 1, meanFlat: 1, meanDeclared: 1 },
      ],
      notScored: [],
    },
    gate: { asked: 3, counted: 2, left: [{ task: 'shop-002', group: 'verifier rejects' }] },
    floor: null,
  })
  expect((document as { tasks: { problems: unknown[] } }).tasks.problems).toHaveLength(3)
})

test('the gate and the floor are found beside the results, and stand in the table by their full names', async () => {
  await checkout()
  const before = await run('nothing', {}, false)
  expect(before.text).toContain('run the same with --agent oracle, or name its results with --gate')
  await run('oracle')
  const { document } = await run('router:bm25')
  expect(document).toMatchObject({
    run: { librarySize: 3 },
    gate: { asked: 3, counted: 2, overall: { planned: 2 } },
    floor: { overall: { planned: 3, strictPasses: 0, checksPassed: 0 }, gated: { planned: 2 } },
  })
  const { text } = await run('router:bm25', {}, false)
  expect(text).toContain('3 trials of 3 scored before and kept')
  expect(text).toContain('among the 2 of 3 tasks that the oracle passes here: 2 planned')
  expect(text).toMatch(/^ {2}strict pass rate \(every planned check passed\): \d of 3/m)
  expect(text).toContain('doing nothing at the same tasks')
  expect(text).not.toMatch(/(?<!strict |upstream |checker )pass rate/)
})

test('results of other tasks are neither mixed in nor taken as a gate', async () => {
  await checkout()
  await run('oracle')
  await writeFile(join(place, 'checkout/tasks/shop/shop-001/instruction.md'), 'Another one.')
  await expect(run('oracle')).rejects.toMatchObject({
    code: 'LB_USAGE',
    message: expect.stringMatching(/are of another version of the tasks .*; name another folder with --out/),
  })
  expect((await run('nothing')).document).toMatchObject({ gate: null })
  const named = run('nothing', { gate: join(place, 'clawbench-oracle'), out: join(place, 'again') })
  await expect(named).rejects.toMatchObject({ code: 'LB_USAGE' })
})

test('a task that cannot be run is counted as not scored, with its reason', async () => {
  await checkout()
  await rm(join(place, 'checkout/tasks/shop/shop-002/instruction.md'))
  const { code, document } = await run('oracle')
  expect(code).toBe(0)
  expect(document).toMatchObject({
    counts: {
      overall: { planned: 3, scored: 2, notScored: { 'setup-error': 1 } },
      notScored: [{ task: 'shop-002', status: 'setup-error', reasons: ['there is no instruction.md'] }],
    },
  })
})

test('code of a checkout runs only with leave, and nothing is written without', async () => {
  await checkout()
  await expect(run('oracle', { 'allow-task-code': false })).rejects.toMatchObject({
    code: 'LB_TASK_CODE',
    message: expect.stringMatching(/executes the set-up scripts, verifiers and solutions .* add --allow-task-code$/),
  })
  await expect(readFile(join(place, 'clawbench-oracle/about.json'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a pattern, attempts and a second look at more of them', async () => {
  await checkout()
  await run('oracle', { tasks: 'shop-*' })
  const { document } = await run('oracle', { attempts: '2' })
  expect(document).toMatchObject({
    tasks: { planned: 3 },
    run: { attempts: 2, kept: 2 },
    counts: { overall: { planned: 6, scored: 6 } },
  })
  expect(await linesOf('clawbench-oracle')).toHaveLength(6)
  // Trials of other tasks and attempts lie in the same folder and are not counted.
  expect((await run('oracle', { tasks: 'yard-*' })).document).toMatchObject({
    run: { kept: 1 },
    counts: { overall: { planned: 1, scored: 1, strictPasses: 1 } },
  })
})

test('an agent over HTTP is asked, and goes by its name', async () => {
  await checkout()
  const server = createServer((request, response) => {
    const answer = request.url === '/v1/health' ? { name: 'idle' } : { status: 'completed', output: '' }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    expect((await run(`http:http://127.0.0.1:${port}`)).document).toMatchObject({
      run: { agent: 'http:idle' },
      counts: { overall: { scored: 3 } },
    })
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('Ctrl-C ends with 130 and keeps what was scored; the same command goes on from there', async () => {
  const slow = `sleep 1; ${right}`
  await writeCheckout(join(place, 'checkout'), { 'a-001': right, 'a-002': right, 'a-003': slow, 'a-004': slow })
  const args = ['clawbench', '--dir', join(place, 'checkout'), '--agent', 'oracle', '--workers', '1']
  const start = () =>
    spawn(
      process.execPath,
      [
        `${repository}packages/repro/bin/repro.js`,
        'benchmark',
        ...args,
        '--allow-task-code',
        '--out',
        join(place, 'out'),
      ],
      { env: { ...process.env, CI: '1', NO_COLOR: '1' } },
    )
  const end = async (child: ReturnType<typeof start>, stopAt: RegExp | null) => {
    let [said, isStopped] = ['', false]
    child.stderr.on('data', (text) => {
      said += String(text)
      if (isStopped || stopAt?.test(said) !== true) return
      isStopped = true
      child.kill('SIGINT')
    })
    const [code] = await once(child, 'close')
    return { code, said }
  }
  const first = await end(start(), /50 %/)
  expect(first.said).toMatch(
    /interrupted after 2 of 4 trials; those are kept in .*: type the same command again to go on/,
  )
  expect(first.code).toBe(130)
  expect(await linesOf('out')).toHaveLength(2)
  const second = await end(start(), null)
  expect(second.said).toContain('2 trials of 4 scored before and kept')
  expect(second.code).toBe(0)
  expect(new Set((await linesOf('out')).map((line) => JSON.parse(line).task)).size).toBe(4)
  expect(await linesOf('out')).toHaveLength(4)
})
