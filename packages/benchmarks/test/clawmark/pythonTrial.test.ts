import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { appendFile, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nothingAgent } from '../../src/agents/nothing.ts'
import { markOracle } from '../../src/clawmark/oracle.ts'
import { usualSeconds } from '../../src/clawmark/trial.ts'
import { containment } from '../../src/contain.ts'
import { agentThat, fixtures, noPython, outcomesOf, play } from './helpers.ts'

/** Whether any process on this machine has that command line. */
function runs(command: string): boolean {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.some((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() === command
    } catch {
      return false
    }
  })
}

describe.skipIf(noPython)('a task.py (skipped where python3 is not there)', () => {
  it('plays its stages, and each service answers as the task expects', async () => {
    const heard: string[] = []
    const end = await play(
      'office_task1',
      agentThat(async ({ index, instruction, workspace }) => {
        heard.push(instruction.replaceAll(workspace, '<ws>'))
        if (index === 0) await writeFile(join(workspace, 'report.txt'), 'pens')
      }),
    )
    expect(end.trial.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([
      {
        id: 'unknown-user',
        weight: 0.5,
        outcome: 'failed',
        detail: "raised ValueError: there is no mail user 'carl'; known are ada, bo",
        stage: 'final',
      },
    ])
    expect(heard).toEqual([
      'You are the clerk of a small office.\n\nLook at <ws>/input/list.csv and order pens.\n\n' +
        '[Current time: 2027-03-01T08:00:00Z]\n\n' +
        '[Mail, tables, spreadsheets and calendars are the JSON files below <ws>/services; keep their shape. ' +
        'A mail that you send is one entry in the INBOX of each recipient among the users and one in the ' +
        "sender's Sent, with owner, folder, from, to, cc, subject, date and body as texts. Cells of spreadsheets are " +
        'texts. Events have uid, summary, dtstart, dtend, description and location; times look like ' +
        '2027-06-09T09:30:00]',
      'The second day.',
    ])
    expect(end.trial).toMatchObject({
      status: 'scored',
      verifier: 'clawmark-driver',
      level: 'easy',
      agentEnd: 'completed',
      passed: { upstream: false, strict: false },
      score: { flat: 0.9, declared: 10.5 / 11 },
      reasons: ['stage1: the file not_there.png to be uploaded is not there'],
    })
  })

  it('takes what the agent changes in the services, and keeps a service that it spoils', async () => {
    const end = await play(
      'office_task1',
      agentThat(async ({ index, workspace }) => {
        if (index === 0) return
        const path = (part: string): string => join(workspace, 'services', `${part}.json`)
        const notion = JSON.parse(await readFile(path('notion'), 'utf8'))
        expect(notion.databases).toEqual([
          {
            id: 'db1',
            title: 'Orders',
            schema: { Name: 'title', State: 'select', Count: 'number', Due: 'date' },
            rows: [{ id: 'db1-row1', properties: { Name: 'Pens', State: 'sent', Count: 3, Due: null } }],
          },
        ])
        notion.databases[0].rows[0].properties.State = 'lost'
        await writeFile(path('notion'), JSON.stringify(notion))
        await writeFile(path('sheets'), '{"spreadsheets": [{"id": 1}]}')
        await appendFile(path('calendar'), '}')
        await rm(path('email'))
        await symlink('/etc/hostname', path('email'))
      }),
    )
    expect(outcomesOf(end)).toMatchObject({ 'state-sent': 'failed', sheet: 'passed', event: 'passed' })
    expect(end.trial.reasons.slice(1)).toEqual([
      'stage1: changes of services/email.json were not taken: it is no plain file',
      'stage1: changes of services/sheets.json were not taken: sheets.spreadsheets[0].id is no text',
      'stage1: changes of services/calendar.json were not taken: it is no JSON',
    ])
  })

  it('keeps the items of a crashed stage, and of all that follow, in the denominator', async () => {
    const { trial } = await play('office_task2', nothingAgent())
    expect(trial.status).toBe('scored')
    expect(trial.checks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'first passed',
      'second error',
      'third error',
      'last error',
    ])
    expect(trial.score).toEqual({ flat: 0.25, declared: 1 / 7 })
    expect(trial.passed).toEqual({ upstream: true, strict: false })
    expect(trial.reasons).toEqual([
      'stage1 crashed: RuntimeError: the tables are closed',
      'upstream would score 1 over 2 of the 4 planned items',
    ])
  })

  it('goes on after checkers that hang, raise, die, forge answers or lack a module', async () => {
    const seconds = { ...usualSeconds, check: 4 }
    const { trial } = await play('office_task3', nothingAgent(), { seconds })
    expect(trial.checks.map(({ id, outcome, detail }) => [id, outcome, detail])).toEqual([
      ['hangs', 'error', 'it did not end within 4 s'],
      ['raises', 'failed', "raised KeyError: 'no such key'"],
      ['dies', 'error', expect.stringMatching(/^it ended with exit code 3/)],
      ['wants-module', 'error', 'it needs the Python module no_such_library_of_anyone, which is not here'],
      ['prints', 'passed', ''],
      ['no', 'failed', 'not so'],
    ])
  })

  it('has no environment of ours, stays in its scratch folder and leaves no child behind', async () => {
    process.env.LAWBOOK_TEST_SECRET = 'a secret'
    const end = await play('office_task4', nothingAgent())
    delete process.env.LAWBOOK_TEST_SECRET
    expect(outcomesOf(end)).toEqual({ 'no-secret': 'passed', inside: 'passed' })
    const outside = ['/var/tmp/lawbook-fixture-written.txt', join(fixtures, 'tasks/office/task4/written.txt')]
    if (containment() === 'full') {
      expect(outside.filter((path) => existsSync(path))).toEqual([])
      // The kernel takes the namespace down a moment after its first process has gone.
      await expect.poll(() => runs('sleep 86399'), { timeout: 5000 }).toBe(false)
    } else {
      expect(end.trial.reasons).toEqual(['its code changed the checkout: written.txt'])
      for (const path of outside) await rm(path, { force: true })
    }
  })

  it('does not start a task that does not parse, and says why', async () => {
    const { trial } = await play('office_task5', nothingAgent())
    expect(trial).toMatchObject({ status: 'setup-error', checks: [], passed: { upstream: null, strict: null } })
    expect(trial.reasons[0]).toMatch(/^task\.py cannot be read/)
  })

  it('runs a task that gives itself the id of another under the name of its place', async () => {
    const { trial } = await play('office_task6', nothingAgent())
    expect(trial).toMatchObject({ task: 'office_task6', passed: { upstream: true, strict: true } })
    expect(trial.checks[0]!.weight).toBe(3)
  })

  it('counts a stage that hangs as crashed', async () => {
    const { trial } = await play('office_task7', nothingAgent(), { seconds: { ...usualSeconds, stage: 1 } })
    expect(trial.checks.map(({ outcome }) => outcome)).toEqual(['error', 'error'])
    expect(trial.reasons).toEqual([
      'stage0 crashed: it did not end within 1 s',
      'upstream would score 0 over 0 of the 2 planned items',
    ])
  })

  it('has no solution to replay: the oracle is refused', async () => {
    const { trial } = await play('office_task1', markOracle())
    expect(trial.status).toBe('agent-error')
    expect(trial.reasons[0]).toMatch(/office_task1 has no solution\/stage0\.ts: ClawMark publishes no solutions/)
  })

  it('is interrupted without a score', async () => {
    const user = new AbortController()
    const agent = agentThat(async () => user.abort())
    const { trial } = await play('office_task1', agent, { signal: user.signal })
    expect(trial).toMatchObject({ status: 'interrupted', checks: [], score: { flat: null, declared: null } })
  })

  it('is judged on what an agent left that ran out of time', async () => {
    const agent = agentThat(async ({ signal, workspace }) => {
      await writeFile(join(workspace, 'report.txt'), 'half')
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      return { end: 'timeout', reason: 'no time left' }
    })
    const end = await play('office_task1', agent, { agentSeconds: 0.2 })
    expect(end.trial).toMatchObject({ status: 'scored', agentEnd: 'timeout' })
    expect(outcomesOf(end).report).toBe('passed')
  })
})

it('is refused without Python', async () => {
  await expect(play('office_task2', nothingAgent(), { python: null })).rejects.toMatchObject({ code: 'LB_PYTHON' })
})
