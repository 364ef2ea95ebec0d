import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { nothingAgent } from '../../src/agents/nothing.ts'
import { runMarkTrial, usualSeconds } from '../../src/clawmark/trial.ts'
import type { Trial } from '../../src/result.ts'
import { folderOf, temporary } from '../clawbench/checkouts.ts'
import { entryAt, noPython, python } from './helpers.ts'

/** A trial of a task of one stage with two checkers, each the body of a function. */
async function trialOf({ stage = 'pass', first = 'return True', weight = 1 }): Promise<Trial> {
  const folder = await folderOf({
    'tasks/office/task1/task.py': `
import os, sys, time
METADATA = {"id": "office_task1", "name": "A", "category": "office", "environments": ["filesystem"]}
PROMPT = "You are the clerk."
async def stage0(ctx):
    ${stage}
    return "The first day."
async def _first(ctx):
    ${first}
async def _second(ctx):
    time.sleep(2)
    return False
RUBRIC = {"stage0": [{"id": "first", "checker": _first, "weight": ${weight}}, {"id": "second", "checker": _second}]}
`,
  })
  const options = { python, verifier: null, agentSeconds: null, seconds: usualSeconds, attempt: 1 }
  const signal = new AbortController().signal
  return (await runMarkTrial(await entryAt('office_task1', folder), nothingAgent(), { ...options, signal })).trial
}

describe.skipIf(noPython)('a task.py that strays (skipped where python3 is not there)', () => {
  it('does not have its forked processes answer for the checker that is asked next', async () => {
    const late = 'if os.fork() == 0: time.sleep(1)\n    return True'
    const trial = await trialOf({ first: late })
    expect(trial.checks.map(({ outcome }) => outcome)).toEqual(['passed', 'failed'])
  })

  it('cannot be loaded with a weight of 0 or less', async () => {
    expect(await trialOf({ weight: -1 })).toMatchObject({
      status: 'setup-error',
      reasons: ['the task could not be loaded: the weight of "first" in stage0 is -1; one above 0 is needed'],
    })
  })

  it('has no snapshots written behind a link', async () => {
    const outside = await temporary()
    const trial = await trialOf({ stage: `os.symlink("${outside}", ctx.sandbox.root + "/../seen")` })
    expect(trial.reasons[0]).toBe('stage0 crashed: the folder of snapshots is no folder any more')
    expect(await readdir(outside)).toEqual([])
  })
})
