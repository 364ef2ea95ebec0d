import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { absentAsNull, byCodeUnit, fail, readJson } from '@lawbook/base'
import type { Check, Trial, TrialStatus } from '../result.ts'
import { said } from '../said.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Trials of a Harbor job: every `<trial>/result.json` below its folder, by name. A reward is one check that passes at 1 or
 * more; the score is the reward itself where it lies in 0 to 1. Several trials of one agent at one task are attempts, in
 * order of their names. LB_BENCHMARK if there is no trial.
 */
export async function readHarborJob(folder: string): Promise<Trial[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const trials: Trial[] = []
  for (const name of names.sort(byCodeUnit)) {
    const path = join(folder, name, 'result.json')
    const value = await absentAsNull(readJson(path))
    if (value === null) continue
    const trial = harborTrial(value, path)
    const before = trials.filter(({ task, agent }) => task === trial.task && agent === trial.agent).length
    trials.push({ ...trial, attempt: before + 1 })
  }
  if (trials.length === 0) fail('LB_BENCHMARK', `${folder} is no job of Harbor: no folder in it has a result.json`)
  return trials
}

/** One trial's result.json as attempt 1; LB_BENCHMARK if it is something else. */
export function harborTrial(value: unknown, where: string): Trial {
  const result = tableIn(value)
  const { task_name: task, agent_info: agentInfo } = result
  const agent = tableIn(agentInfo).name
  if (typeof task !== 'string' || typeof agent !== 'string')
    fail('LB_BENCHMARK', `${where} is no trial result of Harbor: task_name and agent_info.name are needed`)
  const rewards = rewardsIn(result)
  const exception = exceptionIn(result)
  const checks = rewards === null ? [] : rewards.map(checkOf)
  const status: TrialStatus = rewards === null ? statusOf(exception?.type ?? '') : 'scored'
  const isScored = status === 'scored'
  const isPassed = isScored && checks.every(({ outcome }) => outcome === 'passed')
  return {
    benchmark: 'harbor',
    task,
    domain: typeof result.source === 'string' ? result.source : '',
    level: '',
    agent: [agent, tableIn(tableIn(agentInfo).model_info).name].filter((one) => typeof one === 'string').join(' '),
    attempt: 1,
    status,
    agentEnd: isScored ? endOf(exception?.type ?? null) : null,
    verifier: 'script',
    checks,
    passed: { upstream: isScored ? isPassed : null, strict: isScored ? isPassed : null },
    score: scoresOf(rewards),
    skills: null,
    reasons: [
      ...(exception === null ? [] : [said(`${exception.type}: ${exception.message}`, [])]),
      ...(isScored || exception !== null ? [] : ['the verifier gave no reward']),
    ],
  }
}

/** Rewards by name, sorted; null where the verifier gave none. */
function rewardsIn(result: Fields): (readonly [string, number])[] | null {
  const rewards = Object.entries(tableIn(tableIn(result.verifier_result).rewards))
  const numbers = rewards.flatMap(([name, value]) => (typeof value === 'number' ? [[name, value] as const] : []))
  return numbers.length === 0 ? null : numbers.sort(([a], [b]) => byCodeUnit(a, b))
}

function checkOf([id, value]: readonly [string, number]): Check {
  return value >= 1
    ? { id, weight: 1, outcome: 'passed', detail: '' }
    : { id, weight: 1, outcome: 'failed', detail: `the reward is ${value}` }
}

/** The mean reward; null where one of them is no share. */
function scoresOf(rewards: readonly (readonly [string, number])[] | null): Trial['score'] {
  if (rewards === null || rewards.some(([, value]) => value < 0 || value > 1)) return { flat: null, declared: null }
  const mean = rewards.reduce((sum, [, value]) => sum + value, 0) / rewards.length
  return { flat: mean, declared: mean }
}

function exceptionIn(result: Fields): { type: string; message: string } | null {
  const { exception_type: type, exception_message: message } = tableIn(result.exception_info)
  return typeof type === 'string' ? { type, message: typeof message === 'string' ? message : '' } : null
}

function endOf(exception: string | null): Trial['agentEnd'] {
  if (exception === null) return 'completed'
  return /timeout/i.test(exception) ? 'timeout' : 'failed'
}

/** Which part an exception is of, by its name; one that names none was the agent's. */
function statusOf(exception: string): TrialStatus {
  if (/cancel|interrupt/i.test(exception)) return 'interrupted'
  if (/environment|docker|build|setup/i.test(exception)) return 'setup-error'
  return exception === '' || /verifier|reward/i.test(exception) ? 'verifier-error' : 'agent-error'
}

function tableIn(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
