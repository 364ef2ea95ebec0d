import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import command from '../../src/commands/benchmark.ts'
import { right, writeCheckout, wrong } from '../benchmark/checkouts.ts'
import { repository, runCommand } from '../workspace.ts'

let place: string
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'lawbook-files-'))
})
afterEach(() => rm(place, { recursive: true, force: true }))

async function put(name: string, content: string | object): Promise<string> {
  const path = join(place, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const read = (benchmark: string, path: string, more: object = {}, json = true) =>
  runCommand(command, repository, [benchmark], { import: path, ...more }, json)

const header = { framework: 'frame', model: 'm-1' }
const row = (task_id: string, passed: boolean, score: number, error_type = 'none') => ({
  ...{ task_id, passed, score, error_type, error: error_type === 'none' ? null : 'it broke' },
  ...{ duration_s: 1, tokens_input: 0, tokens_output: 0 },
})
const summary = {
  ...{ schema_version: '1.2.0', ...header },
  task_results: [row('shop-001', true, 1), row('shop-002', false, 0.5), row('shop-003', false, 0, 'api_error')],
}

test('a summary of claw-bench says no check, no strict pass and no domain: null, not 0', async () => {
  const path = await put('summary.json', summary)
  const { document } = await read('clawbench', path)
  const overall = {
    ...{ planned: 3, scored: 2, notScored: { 'agent-error': 1 }, strictPasses: null, upstreamPasses: 1 },
    ...{ meanFlat: 0.75, meanDeclared: null, checks: null, checksPassed: null },
  }
  expect(document).toMatchObject({
    benchmark: 'clawbench',
    tasks: { own: false, commit: null, hash: null, planned: null },
    run: { agent: 'frame/m-1', attempts: null, kept: null, containment: null, python: null },
    counts: { overall, domains: [{ domain: null, ...overall }], notScored: [{ task: 'shop-003' }] },
    ...{ gate: null, floor: null },
    read: { format: 'summary', tasks: 3, notes: [], messages: null },
  })
  const { text } = await read('clawbench', path, {}, false)
  expect(text).toContain('3 tasks, 3 trials, agent frame/m-1')
  expect(text).toMatch(/^ {2}strict pass rate \(every planned check passed\): – \(not said\)$/m)
  expect(text).toMatch(/^ {2}checker pass rate .*: – \(not said\)$/m)
  expect(text).not.toContain('--gate')
})

test('of several runs a leaderboard has no single score: no mean over some, and the reader is heard', async () => {
  const detail = (taskId: string, numRuns: number, stdDev: number) => ({
    ...{ taskId, numRuns, passRate: 0.5, meanScore: 0.5, stdDev, ci95: [0, 1] },
  })
  const path = await put('leaderboard.json', {
    ...header,
    taskDetails: [detail('a-001', 2, 0.5), detail('a-002', 2, 0)],
  })
  expect((await read('clawbench', path)).document).toMatchObject({
    counts: { overall: { scored: 4, upstreamPasses: 2, meanFlat: null } },
  })
  const { text } = await read('clawbench', path, {}, false)
  expect(text).toContain('  of tasks with several runs it is known how many passed, not which')
  expect(text).toContain('  2 of the scored trials have no score of their own')
})

const item = (id: string, passed: boolean, weight: number) => ({ id, passed, weight, detail: passed ? '' : 'no' })
const result = (task_id: string, score: number, items: object[]) => ({
  ...{ task_id, score, execution_time: 3 },
  stages: [{ id: 'stage0', success: true, error: '', verification_score: score, verification: items }],
})
const answer = { role: 'assistant', content: [{ type: 'toolCall', name: 'x' }], usage: { input: 7, output: 2 } }

test('a folder of results of ClawMark is read with its sessions, and a task without a result is told', async () => {
  await put('results/m-2/desk_task1/result.json', result('desk_task1', 0.25, [item('a', true, 1), item('b', false, 3)]))
  const messages = [
    { type: 'session' },
    { type: 'message', message: { role: 'user' } },
    { type: 'message', message: answer },
  ]
  await put('results/m-2/desk_task1/messages.jsonl', messages.map((line) => JSON.stringify(line)).join('\n'))
  await put('results/m-2/desk_task2/workspace/result.json', result('desk_task2', 1, [item('a', true, 1)]))
  const { document } = await read('clawmark', join(place, 'results'))
  expect(document).toMatchObject({
    run: { agent: 'm-2' },
    counts: {
      overall: { planned: 1, strictPasses: null, upstreamPasses: 0, meanFlat: 0.5, meanDeclared: 0.25, checks: 2 },
    },
    read: { messages: { sessions: 1, turns: 1, answers: 1, toolCalls: 1, tokens: { input: 7, output: 2 } } },
  })
  const { text } = await read('clawmark', join(place, 'results'), {}, false)
  expect(text).toContain('desk_task1: without the rubric nobody knows whether items are missing')
  expect(text).toContain('desk_task2 has no result.json: nothing is known of that trial')
  await put('results/m-3/desk_task1/result.json', result('desk_task1', 1, [item('a', true, 1)]))
  await expect(read('clawmark', join(place, 'results'))).rejects.toMatchObject({
    code: 'LB_USAGE',
    message: expect.stringMatching(/trials of 2 agents; choose one with --agent: m-2, m-3$/),
  })
  expect((await read('clawmark', join(place, 'results'), { agent: 'm-3' })).document).toMatchObject({
    counts: { overall: { planned: 1, upstreamPasses: 1 } },
  })
})

test('a job of Harbor has its rewards as checks, and its sources as domains', async () => {
  const trial = (reward: number) => ({
    ...{ task_name: 'shop/apples', source: 'shop', agent_info: { name: 'scripted' } },
    verifier_result: { rewards: { reward } },
  })
  await put('job/apples__a/result.json', trial(1))
  const one = await put('job/apples__b/result.json', trial(0.5))
  await put('job/apples__c/agent.log', 'x')
  expect((await read('harbor', join(place, 'job'))).document).toMatchObject({
    benchmark: 'harbor',
    counts: { overall: { scored: 2, strictPasses: 1, meanFlat: 0.75, checks: 2 }, domains: [{ domain: 'shop' }] },
    read: { tasks: 1, notes: ['apples__c has no result.json: nothing is known of it'] },
  })
  expect((await read('harbor', one)).document).toMatchObject({ counts: { overall: { planned: 1, meanFlat: 0.5 } } })
})

test('what is exported is read back with the same counts, from a folder that holds the run as well', async () => {
  const dir = await writeCheckout(join(place, 'checkout'), { 'shop-001': right, 'shop-002': wrong, 'shop-003': right })
  await rm(join(dir, 'tasks/shop/shop-003/instruction.md'))
  const out = join(place, 'out')
  const run = (format: string) => {
    const options = { dir, out, agent: 'oracle', workers: '2', export: format, 'allow-task-code': true }
    return runCommand(command, repository, ['clawbench'], options, true)
  }
  const { exported } = (
    (await run('summary')).document as { run: { exported: { path: string; files: number; notes: string[] } } }
  ).run
  expect(exported).toMatchObject({ files: 1, path: join(out, 'summary.json') })
  expect(exported.notes).toContain('1 trial never scored: a row with an error and a score of 0 each')
  const { task_results } = JSON.parse(await readFile(exported.path, 'utf8'))
  expect(task_results[0].duration_s).toBeGreaterThan(0)
  const overall = { scored: 2, upstreamPasses: 1, meanFlat: 0.75, strictPasses: null }
  expect((await read('clawbench', exported.path)).document).toMatchObject({
    run: { agent: 'lawbook/oracle' },
    counts: { overall: { ...overall, planned: 3, notScored: { 'setup-error': 1 } } },
  })
  for (const format of ['leaderboard', 'submit']) {
    const { document } = await run(format)
    expect(document).toMatchObject({ run: { kept: 2, exported: { format } } })
    expect((await read('clawbench', join(out, `${format}.json`))).document).toMatchObject({ counts: { overall } })
  }
})

test('our own tasks of the layout of ClawMark are exported as results of ClawMark', async () => {
  const options = { agent: 'nothing', tasks: '*task1', workers: '2', out: join(place, 'mark'), export: 'result' }
  const { document } = await runCommand(command, repository, ['clawmark'], options, true)
  const { counts, run } = document as {
    counts: { overall: Record<string, number> }
    run: { exported: { files: number } }
  }
  expect(counts.overall.scored).toBeGreaterThan(0)
  expect(run.exported.files).toBe(counts.overall.scored)
  const back = await read('clawmark', join(place, 'mark/results'))
  const { scored, meanFlat, checks, checksPassed } = counts.overall
  expect(back.document).toMatchObject({
    run: { agent: 'nothing' },
    counts: { overall: { scored, meanFlat, checks, checksPassed } },
  })
})
