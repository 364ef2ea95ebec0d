import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Agent } from '../../src/agents/agent.ts'
import { nothingAgent } from '../../src/agents/nothing.ts'
import { oracleAgent } from '../../src/agents/oracle.ts'
import { type ClawCheckout, loadClawbench } from '../../src/clawbench/load.ts'
import { type ClawOptions, runClawTrial } from '../../src/clawbench/trial.ts'
import { containment } from '../../src/contain.ts'
import { findPython } from '../../src/python.ts'
import type { Trial } from '../../src/result.ts'
import { checkoutOf, type Parts, toml } from './checkouts.ts'

const python = await findPython(null).catch(() => null)
const hasPytest = python !== null && python.pytest !== null
const needsPytest = test.skipIf(!hasPytest)
const options: ClawOptions = { python, verifier: null, agentSeconds: null, verifierSeconds: 30 }

async function trialIn(checkout: ClawCheckout, agent: Agent, more: Partial<ClawOptions> = {}): Promise<Trial> {
  const signal = new AbortController().signal
  const task = checkout.tasks[0]!
  return (await runClawTrial(checkout, task, agent, { ...options, ...more, attempt: 1, signal })).trial
}

async function trialOf(parts: Parts, agent = oracleAgent(), more: Partial<ClawOptions> = {}): Promise<Trial> {
  return trialIn(await loadClawbench(await checkoutOf({ 'shop-001': parts })), agent, more)
}

needsPytest('the solution passes and doing nothing does not, with the same checks (needs pytest)', async () => {
  const oracle = await trialOf({})
  expect(oracle).toEqual({
    benchmark: 'clawbench',
    task: 'shop-001',
    domain: 'shop',
    level: 'L1',
    agent: 'oracle',
    attempt: 1,
    status: 'scored',
    agentEnd: 'completed',
    verifier: 'pytest',
    checks: [
      { id: 'test_word', weight: 3, outcome: 'passed', detail: '' },
      { id: 'test_there', weight: 2, outcome: 'passed', detail: '' },
    ],
    passed: { upstream: true, strict: true },
    score: { flat: 1, declared: 1 },
    skills: null,
    reasons: [],
  })
  const nothing = await trialOf({}, nothingAgent())
  expect(nothing.checks.map(({ outcome }) => outcome)).toEqual(['failed', 'failed'])
  expect(nothing).toMatchObject({ passed: { upstream: false, strict: false }, score: { flat: 0, declared: 0 } })
  expect(JSON.stringify(nothing)).not.toMatch(/\/tmp\/|lawbook-trial/)
})

needsPytest('weights count in the declared score only (needs pytest)', async () => {
  const solve = 'echo wrong > "$1/out.txt"\n'
  expect((await trialOf({ solve })).score).toEqual({ flat: 0.5, declared: 0.4 })
})

needsPytest('tests that error pass upstream and not strictly; skipped ones earn nothing (needs pytest)', async () => {
  const verifier = `
import pytest

@pytest.fixture
def out(workspace):
    return (workspace / "missing.txt").read_text()

def test_a(out):
    assert out

@pytest.mark.skip(reason="not today")
def test_b():
    pass

def test_c():
    pass
`
  const trial = await trialOf({ verifier })
  expect(trial.checks.map(({ outcome }) => outcome)).toEqual(['error', 'skipped', 'passed'])
  expect(trial.checks[0]!.detail).toMatch(/^FileNotFoundError: .* '\.\/missing\.txt'$/)
  expect(trial.passed).toEqual({ upstream: true, strict: false })
  expect(trial.score.flat).toBeCloseTo(1 / 3)
})

needsPytest(
  'what cannot be collected, has no tests, ends itself or hangs was never scored (needs pytest)',
  async () => {
    const verifiers = {
      'import nowhere_module\n':
        /^the verifier cannot be collected: ModuleNotFoundError: No module named 'nowhere_module'$/,
      'def test_a(:\n': /^the verifier cannot be collected: SyntaxError/,
      'VALUE = 1\n': /^the verifier has no tests$/,
      'import os\ndef test_a():\n    os._exit(0)\n': /^the verifier gave no report: exit code 0/,
      'import time\ndef test_a():\n    time.sleep(60)\n': /^the verifier did not end within 5 s$/,
    }
    for (const [verifier, reason] of Object.entries(verifiers)) {
      const verifierSeconds = verifier.includes('sleep') ? 5 : 60
      const trial = await trialOf({ verifier }, oracleAgent(), { verifierSeconds })
      expect(trial).toMatchObject({
        status: 'verifier-error',
        agentEnd: 'completed',
        checks: [],
        passed: { upstream: null, strict: null },
        score: { flat: null, declared: null },
      })
      expect(trial.reasons.at(-1)).toMatch(reason)
    }
  },
  60_000,
)

needsPytest('a verifier that prints the environment prints no secret (needs pytest)', async () => {
  process.env.LAWBOOK_TEST_SECRET = 'open sesame'
  const verifier =
    'import os\ndef test_a():\n    assert False, " ".join(sorted(os.environ.values()))[:150] + str("LAWBOOK_TEST_SECRET" in os.environ)\n'
  const trial = await trialOf({ verifier }).finally(() => delete process.env.LAWBOOK_TEST_SECRET)
  expect(trial.checks[0]!.detail).toContain('False')
  expect(JSON.stringify(trial)).not.toContain('open sesame')
})

needsPytest('task code that writes into its checkout or elsewhere is kept from it or told (needs pytest)', async () => {
  const folder = await checkoutOf({ 'shop-001': {} })
  const task = join(folder, 'tasks/shop/shop-001')
  await writeFile(
    join(task, 'verifier/test_output.py'),
    `import pathlib\ndef test_a():\n    pathlib.Path(${JSON.stringify(join(task, 'new.txt'))}).write_text("x")\n`,
  )
  const trial = await trialIn(await loadClawbench(folder), oracleAgent())
  if (containment() === 'full') {
    expect(trial.checks[0]).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('Read-only file system'),
    })
    expect(existsSync(join(task, 'new.txt'))).toBe(false)
  } else expect(trial.reasons).toEqual(['its code changed the checkout: new.txt'])
})

needsPytest('set-up writes into a copy of the task, never into the checkout (needs pytest)', async () => {
  const folder = await checkoutOf({
    'shop-001': { setup: 'cd "$(dirname "$0")/.." && echo x > polluted.txt && echo y > "$1/in.txt"; exit 4\n' },
  })
  const trial = await trialIn(await loadClawbench(folder), oracleAgent())
  expect(trial).toMatchObject({ status: 'scored', passed: { strict: true } })
  expect(trial.reasons).toEqual(['setup.sh ended with exit code 4: it printed nothing'])
  expect(existsSync(join(folder, 'tasks/shop/shop-001/polluted.txt'))).toBe(false)
})

needsPytest('a solution that fails is told, and what it left is judged all the same (needs pytest)', async () => {
  const trial = await trialOf({ solve: 'echo done > "$1/out.txt"; echo broken >&2; exit 7\n' })
  expect(trial).toMatchObject({ status: 'scored', agentEnd: 'failed', passed: { strict: true } })
  expect(trial.reasons).toEqual(['the solution ended with exit code 7: broken'])
})

needsPytest('an agent that takes too long is a timeout and is scored (needs pytest)', async () => {
  const trial = await trialOf({ solve: 'sleep 60\n' }, oracleAgent(), { agentSeconds: 1 })
  expect(trial).toMatchObject({ status: 'scored', agentEnd: 'timeout', passed: { strict: false } })
  expect(trial.reasons).toEqual(['the solution did not end within 1 s'])
})

needsPytest('the agent is told the path of its workspace (needs pytest)', async () => {
  let heard = ''
  const agent: Agent = {
    ...nothingAgent(),
    turn: async (turn) => {
      heard = turn.instruction
      await writeFile(join(turn.workspace, 'out.txt'), 'done')
      return { end: 'completed', reason: '', tokens: { input: 5, output: 6 }, chosen: null }
    },
  }
  expect(await trialOf({}, agent)).toMatchObject({ passed: { strict: true } })
  expect(heard).toMatch(/^Write done into \/.+\/workspace\/out\.txt\.$/)
})

test('an agent that cannot be asked, and a task that cannot be run, were never scored', async () => {
  const agent: Agent = { ...nothingAgent(), turn: async () => Promise.reject(new Error('the line is dead')) }
  if (hasPytest)
    expect(await trialOf({}, agent)).toMatchObject({
      status: 'agent-error',
      agentEnd: null,
      reasons: ['the line is dead'],
    })
  expect(await trialOf({ toml: toml('shop-001').replace('"L1"', '"L9"') })).toMatchObject({
    status: 'setup-error',
    checks: [],
    passed: { upstream: null, strict: null },
    reasons: ['level of task.toml is "L9": L1, L2, L3 or L4 is needed'],
  })
  expect(await trialOf({}, oracleAgent(), { verifier: 'node' })).toMatchObject({
    status: 'setup-error',
    reasons: ['there is no verifier/check.ts'],
  })
})

test('a pytest verifier without Python is LB_PYTHON', async () => {
  await expect(trialOf({}, oracleAgent(), { python: null })).rejects.toMatchObject({ code: 'LB_PYTHON' })
})

test('a task of our own is solved by its recipe and judged by its node verifier', async () => {
  const own = fileURLToPath(new URL('../../../../datasets/claw-tasks/clawbench', import.meta.url))
  const loaded = await loadClawbench(own)
  const checkout = { ...loaded, tasks: loaded.tasks.filter(({ id }) => id === 'book-001') }
  const oracle = await trialIn(checkout, oracleAgent())
  expect(oracle).toMatchObject({
    verifier: 'node',
    status: 'scored',
    passed: { upstream: true, strict: true },
    reasons: [],
  })
  const nothing = await trialIn(checkout, nothingAgent())
  expect(nothing).toMatchObject({ passed: { upstream: false, strict: false }, score: { flat: 0, declared: 0 } })
  expect(nothing.checks.map(({ id }) => id)).toEqual(oracle.checks.map(({ id }) => id))
})

needsPytest('tests that never ran because one stopped the session are errors, not gone (needs pytest)', async () => {
  for (const stop of ['pytest.exit("enough", returncode=0)', 'raise KeyboardInterrupt']) {
    const verifier = `import pytest\ndef test_a():\n    pass\ndef test_b():\n    ${stop}\ndef test_c():\n    assert False\n`
    const trial = await trialOf({ verifier })
    expect(trial.checks.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['test_a', 'passed'],
      ['test_b', 'error'],
      ['test_c', 'error'],
    ])
    expect(trial.passed.strict).toBe(false)
  }
})

needsPytest('a test that fails after printing a lot has failed (needs pytest)', async () => {
  const verifier = 'def test_a():\n    print("x" * 20_000_000)\n    assert False\n'
  expect((await trialOf({ verifier })).checks.map(({ outcome }) => outcome)).toEqual(['failed'])
})

needsPytest(
  'what a solution does to its home and around its workspace does not reach the verifier (needs pytest)',
  async () => {
    const around = 'echo done > "$1/out.txt"; cd "$(dirname "$1")"\n'
    const spoils = [
      'rm -rf "$HOME" "$TMPDIR"; touch "$HOME" "$TMPDIR"\n',
      'mkdir pytest.ini junit.xml; ln -s nowhere before\n',
      'cd "$1"; for i in $(seq 30); do mkdir $(printf %0200d 0); cd $(printf %0200d 0); done\n',
    ]
    for (const spoil of spoils)
      expect(await trialOf({ solve: around + spoil })).toMatchObject({ status: 'scored', passed: { strict: true } })
  },
)

needsPytest('a report that a solution wrote is not read as that of the verifier (needs pytest)', async () => {
  const forged =
    '<testsuites><testsuite><testcase><properties><property name="lawbook-id" value="t"/><property name="lawbook-weight" value="2"/></properties></testcase></testsuite></testsuites>'
  const solve = `echo '${forged}' > "$(dirname "$1")/junit.xml"; echo '${forged}' > "$(dirname "$1")/../junit.xml"\n`
  const trial = await trialOf({ solve, verifier: 'import os\ndef test_a():\n    os._exit(0)\n' })
  expect(trial.status).toBe('verifier-error')
})

needsPytest('a pipe in the place of the instruction or the report is not waited for (needs pytest)', async () => {
  const setup = 'mkdir -p "$1"; cd "$(dirname "$0")/.."; rm instruction.md; mkfifo instruction.md\n'
  expect(await trialOf({ setup })).toMatchObject({ status: 'scored', passed: { strict: true } })
  const verifier = `
import atexit, os, sys
report = next(word.split("=", 1)[1] for word in sys.argv if word.startswith("--junitxml="))
atexit.register(lambda: (os.remove(report), os.mkfifo(report)))
def test_a():
    pass
`
  expect(await trialOf({ verifier })).toMatchObject({ status: 'verifier-error' })
})

needsPytest('programs that a set-up puts into its path do not take the containment away (needs pytest)', async () => {
  const folder = await checkoutOf({})
  const victim = join(folder, 'victim.txt')
  const setup = `mkdir -p "$1"; for name in mount unshare setpriv ip; do printf '#!/bin/sh\\nexit 0\\n' > "$(dirname "$1")/bin/$name"; chmod 755 "$(dirname "$1")/bin/$name"; done\n`
  const trial = await trialOf({ setup, solve: `echo done > "$1/out.txt"; echo x > '${victim}'; true\n` })
  expect(trial).toMatchObject({ status: 'scored', passed: { strict: true } })
  if (containment() === 'full') expect(existsSync(victim)).toBe(false)
})
