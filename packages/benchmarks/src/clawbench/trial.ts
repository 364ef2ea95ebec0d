import { join } from 'node:path'
import { asLawbookError } from '@lawbook/base'
import type { Agent, TurnEnd } from '../agents/agent.ts'
import { containment } from '../contain.ts'
import { judge } from '../node/judge.ts'
import { needPytest, type Python } from '../python.ts'
import { type Check, type Spent, scoreOf, strictPass, type Trial } from '../result.ts'
import { said } from '../said.ts'
import { askAgent } from '../trial/askAgent.ts'
import type { TrialEnd } from '../trial/runTrials.ts'
import { openScratch } from '../trial/scratch.ts'
import { changesBetween, listingOf } from '../trial/watch.ts'
import type { Verified } from '../verified.ts'
import type { ClawCheckout } from './load.ts'
import { type Prepared, prepare } from './prepare.ts'
import { runPytest } from './pytest.ts'
import { because } from './reasons.ts'
import { type ClawTask, isRunnable } from './task.ts'
import { upstreamPass } from './upstream.ts'

/** How trials are run. */
export type ClawOptions = {
  /** Null where no task needs it; a pytest verifier without it throws LB_PYTHON. */
  readonly python: Python | null
  /** Null: `node` for tasks with verifier/check.ts, else `pytest`. */
  readonly verifier: 'pytest' | 'node' | null
  /** Seconds that an agent has, in the place of each task's own; null leaves those. */
  readonly agentSeconds: number | null
  /** Upstream has 300. */
  readonly verifierSeconds: number
}

/** What one attempt is about. */
type Attempt = {
  readonly checkout: ClawCheckout
  readonly task: ClawTask
  readonly agent: Agent
  readonly options: ClawOptions & { readonly attempt: number; readonly signal: AbortSignal }
  readonly verifier: 'pytest' | 'node'
}

/** What came of it, before it is a trial. */
type Told = Pick<Trial, 'status' | 'reasons'> & {
  readonly turn: TurnEnd | null
  readonly checks: readonly Check[]
  readonly seconds: Spent['seconds']
}

const noTime: Spent['seconds'] = { setup: 0, agent: 0, verifier: 0 }

/**
 * One attempt of an agent at a task: prepare, one turn, verify, in a scratch folder that is removed at the end. Task
 * code runs: the caller has asked whether it may. What goes wrong with the task or the agent is a status with its
 * reasons; a full disk (LB_DISK) and missing Python (LB_PYTHON) throw.
 */
export async function runClawTrial(
  checkout: ClawCheckout,
  task: ClawTask,
  agent: Agent,
  options: ClawOptions & { attempt: number; signal: AbortSignal },
): Promise<TrialEnd> {
  const verifier = options.verifier ?? (task.parts.node ? 'node' : 'pytest')
  const attempt: Attempt = { checkout, task, agent, options, verifier }
  const forbidden = task.problems.filter(({ forbids }) => forbids).map(({ sentence }) => sentence)
  if (!isRunnable(task)) return trialOf(attempt, ended('setup-error', forbidden))
  const lacking = lackOf(task, verifier)
  if (lacking !== null) return trialOf(attempt, ended('setup-error', [lacking]))
  if (verifier === 'pytest') needPytest(options.python)
  const scratch = await openScratch()
  try {
    return trialOf(attempt, await watched(attempt, () => run(attempt, scratch.folder)))
  } finally {
    await scratch.close()
  }
}

function lackOf({ parts }: ClawTask, verifier: 'pytest' | 'node'): string | null {
  if (verifier === 'pytest') return parts.pytest ? null : 'there is no verifier/test_output.py'
  return parts.node ? null : 'there is no verifier/check.ts'
}

async function run(attempt: Attempt, scratch: string): Promise<Told> {
  const { checkout, task, agent, options } = attempt
  const { signal } = options
  const from = performance.now()
  const prepared = await prepare(checkout, task, { scratch, python: options.python, signal }).catch(notPrepared)
  const seconds = { ...noTime, setup: (performance.now() - from) / 1000 }
  if (typeof prepared === 'string') return ended('setup-error', [said(prepared, [scratch])], { seconds })
  const { reasons } = prepared
  if (signal.aborted) return ended('interrupted', [because.interrupted], { seconds })
  if (prepared.failed !== null) return ended('setup-error', [...reasons, prepared.failed], { seconds })
  const asked = await askAgent(agent, turnOf(attempt, prepared), signal)
  seconds.agent = asked.seconds
  if (signal.aborted) return ended('interrupted', [because.interrupted], { seconds })
  const folders = [prepared.workspace, scratch]
  if (asked.turn === null) return ended('agent-error', [...reasons, said(asked.reason, folders)], { seconds })
  const { turn } = asked
  const { checks, ...verified } = await verify(attempt, prepared).catch(notVerified(folders))
  seconds.verifier = verified.seconds
  if (signal.aborted) return ended('interrupted', [because.interrupted], { seconds })
  const all = [...reasons, ...(turn.reason === '' ? [] : [said(turn.reason, folders)]), ...verified.reasons]
  return ended(checks === null ? 'verifier-error' : 'scored', all, { seconds, turn, checks: checks ?? [] })
}

function notPrepared(thrown: unknown): string {
  return `it cannot be prepared: ${faultOf(thrown)}`
}

const notVerified =
  (folders: readonly string[]) =>
  (thrown: unknown): Verified => {
    const reason = said(`the verifier could not be run: ${faultOf(thrown)}`, folders)
    return { checks: null, reasons: [reason], seconds: 0 }
  }

/** A full disk stops everything; what else goes wrong in the scratch folder is the doing of this trial alone. */
function faultOf(thrown: unknown): string {
  const error = asLawbookError(thrown)
  if (error.code === 'LB_DISK' && error.details.system === 'ENOSPC') throw error
  return error.message
}

function turnOf({ task, options }: Attempt, { instruction, workspace, taskFolder }: Prepared) {
  const seconds = options.agentSeconds ?? task.timeout
  return { task: task.id, domain: task.domain, index: 0, instruction, workspace, taskFolder, seconds }
}

function verify({ checkout, task, options, verifier }: Attempt, prepared: Prepared): Promise<Verified> {
  const limits = { seconds: options.verifierSeconds, signal: options.signal }
  if (verifier === 'pytest') return runPytest(prepared, { ...limits, python: needPytest(options.python) })
  const { before, workspace, scratch } = prepared
  const check = join(checkout.tasksFolder, task.folder, 'verifier/check.ts')
  return judge({ check, before, after: workspace, scratch, ...limits })
}

/** Where nothing keeps task code from writing elsewhere, what it did to its own checkout is told at least. */
async function watched({ checkout, task }: Attempt, work: () => Promise<Told>): Promise<Told> {
  if (containment() === 'full') return work()
  const folder = join(checkout.tasksFolder, task.folder)
  const before = await listingOf(folder)
  const told = await work()
  const changes = changesBetween(before, await listingOf(folder))
  if (changes.length === 0) return told
  return { ...told, reasons: [...told.reasons, `its code changed the checkout: ${changes.slice(0, 5).join(', ')}`] }
}

function ended(status: Trial['status'], reasons: readonly string[], more: Partial<Told> = {}): Told {
  return { status, reasons, turn: null, checks: [], seconds: noTime, ...more }
}

function trialOf({ task, agent, options, verifier }: Attempt, told: Told): TrialEnd {
  const { status, turn, checks, reasons, seconds } = told
  const isScored = status === 'scored'
  const trial: Trial = {
    benchmark: 'clawbench',
    task: task.id,
    domain: task.domain,
    level: task.level,
    agent: agent.id,
    attempt: options.attempt,
    status,
    agentEnd: turn?.end ?? null,
    verifier,
    checks,
    passed: { upstream: isScored ? upstreamPass(checks) : null, strict: isScored ? strictPass(checks) : null },
    score: { flat: scoreOf(checks, 'flat'), declared: scoreOf(checks, 'declared') },
    skills: agent.librarySize === null ? null : { librarySize: agent.librarySize, chosen: turn?.chosen ?? [] },
    reasons,
  }
  return { trial, spent: { seconds, tokens: turn?.tokens ?? null } }
}
