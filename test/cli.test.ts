import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Run the command line as a user does. Never throws. */
const repro = (...args: string[]) =>
  execa(process.execPath, [`${root}packages/repro/bin/repro.js`, ...args], {
    cwd: root,
    reject: false,
    env: { CI: '1', NO_COLOR: '1' },
  })

/** What is typed, the exit code, and what stderr must say: the value, what is allowed, what to do. */
const misuse: [string, RegExp][] = [
  ['al', /there is no command "al"; did you mean .*all/],
  ['all --qick', /unknown option '--qick'; allowed: --quick, --force/],
  ['all skills-routing-law', /takes no id, but got "skills-routing-law"; .*`repro run/],
  ['run', /needs the id of an experiment; there are: /],
  ['run skills-rooting-law', /there is no experiment "skills-rooting-law"; did you mean skills-routing-law[,?]/],
  [
    'run skills-routing-law --data-dir x',
    /no data set of skills-routing-law reads original files; --data-dir goes with: /,
  ],
  [
    'run skills-routing-law --quick --routers bm25',
    /takes one of .*, but got --quick and --routers; leave all but one out/,
  ],
  ['figures --only x', /--only x needs one experiment/],
  ['figures --watch', /--watch needs one experiment/],
  [
    'run skills-clawmark-transfer --data-dir x',
    /the real ClawMark publishes no solutions, .*`repro benchmark clawmark/,
  ],
  [
    'run skills-routing-law --allow-task-code',
    /--allow-task-code is about the code of a checkout; it goes with --data-dir/,
  ],
  ['data buid', /repro data has no "buid"; allowed: list, build, verify, fetch/],
  ['data fetch clawbnch', /there is no benchmark "clawbnch"; did you mean clawbench/],
  ['data list --from x', /--from goes with `repro data fetch`, not with list/],
  ['benchmark', /a benchmark is needed; there are: clawbench, clawmark/],
  [
    'benchmark clawbench --agent oracel',
    /there is no agent "oracel"; allowed: nothing, oracle, http:<url>, router:<id>/,
  ],
  ['benchmark clawbench --tasks no-such', /no task fits "no-such"; a pattern is an id or /],
  [
    'benchmark clawbench --agent router:glove-mean',
    /the router glove-mean reads wordVectors, which are not at hand here/,
  ],
  ['benchmark clawmark --dir x --agent oracle', /ClawMark publishes none; use nothing or http:<url>/],
  ['benchmark harbor', /results of Harbor are only read here; name a job folder or a trial result.json with --import/],
  ['benchmark clawbench --import x --dir y', /--dir is about a run, and --import reads one of others/],
  ['benchmark clawbench --export result', /--export is "result"; allowed: summary, leaderboard, submit/],
  ['benchmark clawmark --export summary', /--export is "summary"; allowed: result/],
  ['data build no-such', /there is no data set "no-such"/],
  ['verify skills-routing-law', /repro verify takes no id/],
  ['accept --all', /needs a reason: --because/],
  ['diff nonsense', /repro diff takes no id and got "nonsense"/],
]

describe.concurrent('wrong use is exit 2 and a sentence', () => {
  test.each(misuse)('repro %s', async (line, sentence) => {
    const { exitCode, stdout, stderr } = await repro(...line.split(' '))
    expect(stderr).toMatch(sentence)
    expect(stderr).toMatch(/LB_USAGE/)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  })
})

test('a folder that lacks an original file is exit 5, the file and where to get it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lawbook-empty-'))
  const { exitCode, stdout, stderr } = await repro('run', 'agents-parallel-speedup', '--data-dir', folder)
  rmSync(folder, { recursive: true })
  expect(stderr).toMatch(/does not hold the original files:\s+(\S+) is not there; get \1 from /)
  expect(stderr).toMatch(/LB_DATA_MISSING/)
  expect({ exitCode, stdout }).toEqual({ exitCode: 5, stdout: '' })
})

/** What is typed, the exit code, and its code and sentence, where it is not wrong use of the command itself. */
const refusals: [string, number, RegExp][] = [
  ['benchmark clawbench --dir docs', 2, /(Reading is not contained|Nothing contains it).*\n.*LB_TASK_CODE/],
  ['benchmark clawbench --dir docs --allow-task-code', 2, /docs is no checkout of claw-bench.*\n.*LB_BENCHMARK/],
  [
    'benchmark clawbench --dir datasets/claw-tasks/clawmark --allow-task-code',
    2,
    /is ClawMark .*, not claw-bench: run it with `repro benchmark clawmark`/,
  ],
  ['benchmark clawmark --dir datasets/claw-tasks/clawbench --allow-task-code', 2, /try `repro benchmark clawbench`/],
  [
    'benchmark clawbench --agent http:http://127.0.0.1:9',
    5,
    /the agent at .* cannot be reached: .*; start it first\n.*LB_NETWORK/,
  ],
  [
    'data fetch clawmark --from no-such-repository --dir results-local/none',
    5,
    /no-such-repository: fatal: .*\n.*LB_NETWORK/,
  ],
  ['benchmark clawbench --import no-such.json', 5, /there is no file no-such.json\n.*LB_DATA_MISSING/],
  ['benchmark clawbench --import package.json', 2, /package.json is no result file of claw-bench.*\n.*LB_BENCHMARK/],
  ['benchmark clawmark --import docs', 2, /docs holds no result.json of ClawMark\n.*LB_BENCHMARK/],
  ['benchmark harbor --import docs', 2, /docs is no job of Harbor.*\n.*LB_BENCHMARK/],
  ['benchmark clawbench --python no-such-python', 2, /no-such-python is no interpreter of Python 3.*\n.*LB_PYTHON/],
  [
    'run skills-clawbench-transfer --data-dir docs --allow-task-code',
    5,
    /is not a checkout of .*claw-bench at the commit .*\n.*LB_DATA_HASH/,
  ],
]

test.concurrent.each(refusals)('repro %s is exit %i and says why', async (line, exit, sentence) => {
  const { exitCode, stdout, stderr } = await repro(...line.split(' '))
  expect(stderr).toMatch(sentence)
  expect({ exitCode, stdout }).toEqual({ exitCode: exit, stdout: '' })
})

test('our own tasks run without leave: every recipe passes, and one document tells', async () => {
  const out = mkdtempSync(join(tmpdir(), 'lawbook-own-'))
  const args = ['--agent', 'oracle', '--tasks', 'book-*', '--json', '--out', out]
  const { exitCode, stdout } = await repro('benchmark', 'clawbench', ...args)
  rmSync(out, { recursive: true })
  expect(exitCode).toBe(0)
  const { schema, tasks, counts } = JSON.parse(stdout)
  expect({ schema, own: tasks.own }).toEqual({ schema: 'lawbook/benchmark@1', own: true })
  expect(tasks.planned).toBeGreaterThan(0)
  expect(counts.overall).toMatchObject({ scored: tasks.planned, strictPasses: tasks.planned, notScored: {} })
})

test('--json puts one document on stdout, for an error too', async () => {
  const { exitCode, stdout } = await repro('run', '--json')
  expect(exitCode).toBe(2)
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'lawbook/fault@1', code: 'LB_USAGE' })
})

test.each(['help --completion bash --json', 'help --docs --json', 'figures routing-law --watch --json'])(
  'repro %s has no document, and is refused',
  async (line) => {
    const { exitCode, stdout } = await repro(...line.split(' '))
    expect(exitCode).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'lawbook/fault@1', code: 'LB_USAGE' })
  },
)

test('a reader that has gone changes no exit code', async () => {
  const child = spawn(process.execPath, [`${root}packages/repro/bin/repro.js`, 'run', '--json'], { stdio: 'pipe' })
  child.stdout.destroy()
  child.stderr.destroy()
  const [exitCode] = await once(child, 'exit')
  expect(exitCode).toBe(2)
})

test('data list --json names every data set with its size, status and licence', async () => {
  const { exitCode, stdout } = await repro('data', 'list', '--json')
  expect(exitCode).toBe(0)
  const { schema, datasets } = JSON.parse(stdout) as { schema: string; datasets: Record<string, unknown>[] }
  expect(schema).toBe('lawbook/data@1')
  expect(datasets.map(({ id }) => id)).toContain('skill-library')
  for (const set of datasets)
    expect(set).toMatchObject({ licence: expect.any(String), downloadBytes: expect.any(Number) })
})
