import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { asLawbookError, fail } from '@lawbook/base'
import type { Agent, TurnEnd } from '../agents/agent.ts'
import { containment } from '../contain.ts'
import type { Python } from '../python.ts'
import { type Spent, scoreOf, strictPass, type Trial } from '../result.ts'
import { said } from '../said.ts'
import type { TrialEnd } from '../trial/runTrials.ts'
import { openScratch } from '../trial/scratch.ts'
import { changesBetween, listingOf } from '../trial/watch.ts'
import { type DriverSeconds, type Loaded, startDriver } from './driver.ts'
import { type MarkEntry, type MarkVerifier, readMetadata } from './entry.ts'
import { plannedChecks, upstreamChecks, upstreamSays } from './score.ts'
import { openSession } from './session.ts'
import { newPlay, type Played, playStages } from './stages.ts'

/** How trials are run. */
export type MarkOptions = {
  /** Null where no task.py is run; a task.py without it throws LB_PYTHON. */
  readonly python: Python | null
  /** Null: `node` for tasks with a task.ts, else `clawmark-driver`. */
  readonly verifier: MarkVerifier | null
  /** Seconds of one turn, in the place of each task's own `timeout_seconds`; null leaves those. Upstream gives 7200. */
  readonly agentSeconds: number | null
  /** Seconds for one load, one stage function, one checker; upstream has no limits. */
  readonly seconds: DriverSeconds
}

export const usualSeconds: DriverSeconds = { load: 60, stage: 120, check: 30 }

type Attempt = {
  readonly entry: MarkEntry
  readonly agent: Agent
  readonly verifier: MarkVerifier
  readonly options: MarkOptions & { attempt: number; signal: AbortSignal }
}

/** What came of it, before it is a trial; `loaded` is null where the task was never loaded. */
type Ended = { readonly loaded: Loaded | null; readonly played: Played; readonly setup: number }

/**
 * One attempt of an agent at a multi-stage task, in a scratch folder that is removed at the end. Task code runs: the
 * caller has asked whether it may.
 *
 * Every planned item is a check. Those of a stage that crashed, and all that follow, are `error` and stay in the
 * denominator; `passed.upstream` is whether upstream's own score, which lets them vanish, is 1, and that score is told
 * in the reasons. What goes wrong with task or agent is a status with its reasons; a full disk (LB_DISK) and missing
 * Python (LB_PYTHON) throw.
 */
export async function runMarkTrial(
  entry: MarkEntry,
  agent: Agent,
  options: MarkOptions & { attempt: number; signal: AbortSignal },
): Promise<TrialEnd> {
  const verifier = options.verifier ?? (entry.parts.node ? 'node' : 'clawmark-driver')
  const attempt: Attempt = { entry, agent, verifier, options }
  const forbidden = entry.problems.filter(({ forbids }) => forbids).map(({ sentence }) => sentence)
  if (forbidden.length > 0) return trialOf(attempt, unplayed(forbidden))
  if (verifier === 'node' && !entry.parts.node) return trialOf(attempt, unplayed(['there is no task.ts']))
  if (verifier !== 'node' && !entry.parts.python) return trialOf(attempt, unplayed(['there is no task.py']))
  if (verifier === 'clawmark-driver' && options.python === null)
    fail('LB_PYTHON', `${entry.id} is a task.py and needs Python 3; install python3 or name an interpreter`)
  return trialOf(attempt, await watched(entry.path, () => run(attempt)))
}

async function run({ entry, agent, verifier, options }: Attempt): Promise<Ended> {
  const { python, agentSeconds, seconds, signal } = options
  const from = performance.now()
  const { folder: scratch, close } = await openScratch()
  try {
    const root = join(scratch, 'box')
    await mkdir(join(root, 'workspace'), { recursive: true })
    const place = { folder: entry.path, scratch, root, seconds, signal }
    const session = await openSession(() => startDriver({ verifier, python: python?.file ?? null, ...place }))
    const setup = (performance.now() - from) / 1000
    if ('failed' in session) {
      const status = signal.aborted ? 'interrupted' : 'setup-error'
      return unplayed([`the task could not be loaded: ${session.failed}`], status, setup)
    }
    const { loaded } = session
    const turnSeconds = agentSeconds ?? readMetadata(loaded.metadata).metadata.timeout
    const played = newPlay()
    try {
      await playStages({ entry, session, agent, scratch, root, turnSeconds, signal }, played)
    } catch (thrown) {
      stopped(played, thrown, [entry.path, root, scratch])
    } finally {
      await session.driver.close()
    }
    return { loaded, played, setup }
  } finally {
    await close()
  }
}

/** A full disk stops everything; what else keeps us from handling the workspace leaves this trial without a score. */
function stopped(played: Played, thrown: unknown, folders: readonly string[]): void {
  const error = asLawbookError(thrown)
  if (error.code === 'LB_DISK' && error.details.system === 'ENOSPC') throw error
  played.status = 'verifier-error'
  played.reasons.push(said(`the workspace could not be handled: ${error.message}`, folders))
}

function unplayed(reasons: readonly string[], status: Trial['status'] = 'setup-error', setup = 0): Ended {
  const played = newPlay()
  played.status = status
  played.reasons.push(...reasons)
  return { loaded: null, played, setup }
}

/** Where nothing keeps task code from writing elsewhere, what it did to its own folder is told at least. */
async function watched(folder: string, work: () => Promise<Ended>): Promise<Ended> {
  if (containment() === 'full') return await work()
  const before = await listingOf(folder)
  const ended = await work()
  const changes = changesBetween(before, await listingOf(folder))
  if (changes.length > 0) ended.played.reasons.push(`its code changed the checkout: ${changes.slice(0, 5).join(', ')}`)
  return ended
}

function trialOf({ entry, agent, verifier, options }: Attempt, { loaded, played, setup }: Ended): TrialEnd {
  const isScored = played.status === 'scored' && loaded !== null
  const checks = isScored ? plannedChecks(loaded, played.verdicts) : []
  const counted = isScored ? upstreamChecks(loaded, played) : []
  const isCrashed = isScored && !played.verdicts.has('final')
  const { metadata } = loaded === null ? entry : readMetadata(loaded.metadata)
  const chosen = played.turns.flatMap((turn) => turn.chosen ?? [])
  const trial: Trial = {
    benchmark: 'clawmark',
    task: entry.id,
    domain: entry.domain,
    level: metadata?.difficulty ?? '',
    agent: agent.id,
    attempt: options.attempt,
    status: played.status,
    agentEnd: worstEnd(played.turns),
    verifier,
    checks,
    passed: { upstream: isScored ? strictPass(counted) : null, strict: isScored ? strictPass(checks) : null },
    score: { flat: scoreOf(checks, 'flat'), declared: scoreOf(checks, 'declared') },
    skills: agent.librarySize === null ? null : { librarySize: agent.librarySize, chosen },
    reasons: [...played.reasons, ...(isCrashed ? [upstreamSays(counted, checks.length)] : [])],
  }
  return { trial, spent: { seconds: { setup, ...played.seconds }, tokens: tokensOf(played.turns) } }
}

function worstEnd(turns: readonly TurnEnd[]): Trial['agentEnd'] {
  const ends = turns.map(({ end }) => end)
  return (['timeout', 'failed', 'completed'] as const).find((end) => ends.includes(end)) ?? null
}

/** The sum over all turns; null as soon as one does not say: missing is not zero. */
function tokensOf(turns: readonly TurnEnd[]): Spent['tokens'] {
  const told = turns.map(({ tokens }) => tokens).filter((tokens) => tokens !== null)
  if (told.length === 0 || told.length < turns.length) return null
  return {
    input: told.reduce((sum, { input }) => sum + input, 0),
    output: told.reduce((sum, { output }) => sum + output, 0),
  }
}
