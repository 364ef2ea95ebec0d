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
  ['data buid', /repro data has no "buid"; allowed: list, build, verify/],
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
