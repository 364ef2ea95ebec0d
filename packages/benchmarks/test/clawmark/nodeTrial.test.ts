import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nothingAgent } from '../../src/agents/nothing.ts'
import { markOracle } from '../../src/clawmark/oracle.ts'
import { usualSeconds } from '../../src/clawmark/trial.ts'
import { agentThat, outcomesOf, play } from './helpers.ts'

it('a task.ts is passed by its own recipes', async () => {
  const { trial } = await play('desk_task1', markOracle())
  expect(trial.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
  expect(trial).toMatchObject({
    verifier: 'node',
    status: 'scored',
    passed: { upstream: true, strict: true },
    score: { flat: 1, declared: 1 },
    reasons: [],
  })
})

it('a task.ts is failed by doing nothing', async () => {
  const { trial } = await play('desk_task1', nothingAgent())
  expect(trial.checks.map(({ id, stage, outcome, detail }) => [stage, id, outcome, detail])).toEqual([
    ['stage0', 'copied', 'failed', 'not so'],
    ['stage0', 'row-answered', 'failed', 'not so'],
    ['stage0', 'no-services-left', 'passed', ''],
    ['stage1', 'files-moved-on', 'passed', ''],
    ['stage1', 'hangs', 'passed', ''],
    ['final', 'answered', 'failed', expect.stringMatching(/^raised AssertionError: /)],
  ])
  expect(trial.score).toEqual({ flat: 0.5, declared: 3 / 9 })
})

it('a checker that hangs is an error, and the next is asked with the services as they were', async () => {
  const oracle = markOracle()
  const agent = agentThat(async (turn) => {
    await writeFile(join(turn.workspace, 'hang.txt'), '')
    return await oracle.turn(turn)
  })
  const end = await play('desk_task1', agent, { seconds: { ...usualSeconds, check: 4 } })
  expect(outcomesOf(end)).toEqual({
    copied: 'passed',
    'row-answered': 'passed',
    'no-services-left': 'passed',
    'files-moved-on': 'passed',
    hangs: 'error',
    answered: 'passed',
  })
})

it('speaks of the workspace by its path', async () => {
  const heard: string[] = []
  const agent = agentThat(async ({ instruction, workspace }) => {
    heard.push(instruction.replaceAll(workspace, '<ws>'))
  })
  await play('desk_task1', agent)
  expect(heard[0]).toContain('\n\nCopy <ws>/letter.txt to <ws>/copy.txt.\n\n')
  expect(heard[1]).toBe('Answer.')
})
