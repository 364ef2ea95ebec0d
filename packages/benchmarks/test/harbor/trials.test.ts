import { expect, test } from 'vitest'
import { harborTrial, readHarborJob } from '../../src/harbor/trials.ts'
import { folderOf } from '../clawbench/checkouts.ts'

const agentInfo = { name: 'scripted', version: '1', model_info: { name: 'none-1', provider: 'nobody' } }
const result = (more: object): object => ({ task_name: 'shop/apples', source: 'shop', agent_info: agentInfo, ...more })
const rewarded = (rewards: object): object => result({ verifier_result: { rewards } })

test('a reward of 1 is a strict pass, less is a share of one', () => {
  expect(harborTrial(rewarded({ reward: 1 }), 'r')).toMatchObject({
    ...{ benchmark: 'harbor', task: 'shop/apples', domain: 'shop', agent: 'scripted none-1', status: 'scored' },
    ...{ agentEnd: 'completed', verifier: 'script', passed: { upstream: true, strict: true } },
    score: { flat: 1, declared: 1 },
  })
  expect(harborTrial(rewarded({ reward: 0.25 }), 'r')).toMatchObject({
    checks: [{ id: 'reward', outcome: 'failed', detail: 'the reward is 0.25' }],
    passed: { strict: false },
    score: { flat: 0.25, declared: 0.25 },
  })
})

test('several rewards are a check each; one that is no share leaves no score', () => {
  const trial = harborTrial(rewarded({ b: 1, a: 7 }), 'r')
  expect(trial.checks.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(trial.score).toEqual({ flat: null, declared: null })
})

const failed = (type: string): object =>
  result({ exception_info: { exception_type: type, exception_message: 'it broke' } })

test.each([
  ['AgentSetupTimeoutError', 'setup-error'],
  ['EnvironmentStartTimeoutError', 'setup-error'],
  ['AgentTimeoutError', 'agent-error'],
  ['VerifierTimeoutError', 'verifier-error'],
  ['RewardFileNotFoundError', 'verifier-error'],
  ['CancelledError', 'interrupted'],
  ['SomethingElse', 'agent-error'],
])('without a reward %s is %s, and in no rate', (type, status) => {
  expect(harborTrial(failed(type), 'r')).toMatchObject({
    status,
    checks: [],
    passed: { upstream: null, strict: null },
    score: { flat: null, declared: null },
    reasons: [`${type}: it broke`],
  })
})

test('an agent whose time was up and whose work was rewarded all the same is scored', () => {
  const late = { ...rewarded({ reward: 1 }), exception_info: { exception_type: 'AgentTimeoutError' } }
  expect(harborTrial(late, 'r')).toMatchObject({ status: 'scored', agentEnd: 'timeout' })
  expect(harborTrial(result({}), 'r')).toMatchObject({
    status: 'verifier-error',
    reasons: ['the verifier gave no reward'],
  })
})

test('trials of one agent at one task are attempts; a folder without any is refused', async () => {
  const folder = await folderOf({
    'config.json': '{}',
    'apples__b/result.json': JSON.stringify(rewarded({ reward: 0 })),
    'apples__a/result.json': JSON.stringify(rewarded({ reward: 1 })),
    'logs/x.txt': '',
  })
  const trials = await readHarborJob(folder)
  expect(trials.map(({ attempt, score }) => [attempt, score.flat])).toEqual([
    [1, 1],
    [2, 0],
  ])
  await expect(readHarborJob(await folderOf({ 'a/x.txt': '' }))).rejects.toMatchObject({ code: 'LB_BENCHMARK' })
  expect(() => harborTrial({ score: 1 }, 'r')).toThrow(/r is no trial result of Harbor/)
})
