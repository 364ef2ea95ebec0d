import { type Json, parseJson } from '@lawbook/base'
import { flagIn, numberIn, optionalText, type Row, rowsIn, textIn } from '../clawbench/results/imported.ts'
import { type Check, scoreOf, strictPass, type Trial } from '../result.ts'
import { said } from '../said.ts'
import type { TrialEnd } from '../trial/runTrials.ts'
import type { Planned } from './entry.ts'
import { rounded } from './score.ts'

/** A result.json of upstream in the project's model, and what was lost or found wrong, in lower-case sentences. */
export type MarkResult = TrialEnd & { readonly notes: readonly string[] }

/** What the file does not say: who was tested (upstream has it in a folder's name), which attempt, and the rubric. */
export type MarkOrigin = {
  readonly agent: string
  readonly attempt: number
  readonly domain: string
  readonly level: string
  /** Every item of the task's rubric; null without a checkout: then nobody knows whether items are missing. */
  readonly planned: readonly Planned[] | null
}

/**
 * Read a result.json. With the rubric every planned item is a check, those that the file lacks are `error`, and the
 * scores are taken over all of them; without it the checks are those of the file and `passed.strict` is null. A run
 * that failed before its first item was asked is not scored. A file of another form throws LB_INPUT.
 */
export function readMarkResult(text: string, where: string, origin: MarkOrigin): MarkResult {
  const file = parseJson(text, where) as Row
  const stages = rowsIn(file, 'stages', where)
  const items = stages.flatMap((stage) => itemsOf(stage, where))
  const claimed = numberIn(file, 'score', 1, where)
  const isScored = items.length > 0
  const { checks, foreign } = isScored ? matched(items, origin.planned) : { checks: [], foreign: [] }
  const trial: Trial = {
    benchmark: 'clawmark',
    task: textIn(file, 'task_id', where),
    domain: origin.domain,
    level: origin.level,
    agent: origin.agent,
    attempt: origin.attempt,
    status: isScored ? 'scored' : 'setup-error',
    agentEnd: isScored ? (stages.every((stage) => flagIn(stage, 'success', where)) ? 'completed' : 'failed') : null,
    verifier: 'clawmark-driver',
    checks,
    passed: {
      upstream: isScored ? claimed === 1 : null,
      strict: isScored && origin.planned !== null ? strictPass(checks) : null,
    },
    score: { flat: scoreOf(checks, 'flat'), declared: scoreOf(checks, 'declared') },
    skills: null,
    reasons: stages.flatMap(errorOf),
  }
  // Upstream gives one duration for all; it goes to the agent.
  const seconds = { setup: 0, agent: numberIn(file, 'execution_time', Infinity, where), verifier: 0 }
  const notes = isScored
    ? notesOf({ items, checks, foreign, claimed, planned: origin.planned })
    : [nothingAsked(claimed)]
  return { trial, spent: { seconds, tokens: null }, notes }
}

/**
 * The result.json of a scored trial. Items that were never asked, or broke, are written as not passed, with "error: "
 * before their detail: who reads the file gets the score over all planned items.
 */
export function markResultOf({ trial, spent }: TrialEnd): Json {
  const stages = [...new Set(trial.checks.map(({ stage }) => stage ?? 'final'))]
  return {
    task_id: trial.task,
    score: scoreOf(trial.checks, 'declared') ?? 0,
    execution_time: spent.seconds.setup + spent.seconds.agent + spent.seconds.verifier,
    stages: stages.map((id) => {
      const checks = trial.checks.filter(({ stage }) => (stage ?? 'final') === id)
      const crash = trial.reasons.find((reason) => reason.startsWith(`${id} crashed: `))
      return {
        id,
        success: crash === undefined,
        error: crash?.slice(`${id} crashed: `.length) ?? '',
        verification_score: scoreOf(checks, 'declared') ?? 0,
        verification: checks.map((check) => ({ ...itemOf(check), method: 'rule' })),
      }
    }),
    rubric: trial.checks.map(itemOf),
  }
}

function itemOf({ id, outcome, weight, detail }: Check): { readonly [key: string]: Json } {
  return { id, passed: outcome === 'passed', weight, detail: outcome === 'error' ? `error: ${detail}` : detail }
}

function itemsOf(stage: Row, where: string): Check[] {
  const name = textIn(stage, 'id', where)
  return rowsIn(stage, 'verification', where).map((item) => {
    const weight = numberIn(item, 'weight', Infinity, where)
    const detail = optionalText(item.detail) ?? ''
    const shared = { id: textIn(item, 'id', where), weight, stage: name }
    if (flagIn(item, 'passed', where)) return { ...shared, outcome: 'passed', detail: '' }
    if (detail.startsWith('error: ')) return { ...shared, outcome: 'error', detail: said(detail.slice(7), []) }
    return { ...shared, outcome: 'failed', detail: said(detail || 'not so', []) }
  })
}

/** The planned items with what the file says of each, and the items of the file that nobody planned. */
function matched(items: readonly Check[], planned: readonly Planned[] | null): { checks: Check[]; foreign: Check[] } {
  if (planned === null) return { checks: [...items], foreign: [] }
  const left = [...items]
  const checks = planned.map(({ stage, id, weight }): Check => {
    const index = left.findIndex((item) => item.stage === stage && item.id === id)
    if (index >= 0) return { ...left.splice(index, 1)[0]!, weight }
    return { id, weight, stage, outcome: 'error', detail: 'the result does not have it: a stage crashed' }
  })
  return { checks, foreign: left }
}

type Noted = { items: Check[]; checks: Check[]; foreign: Check[]; claimed: number; planned: readonly Planned[] | null }

function notesOf({ items, checks, foreign, claimed, planned }: Noted): string[] {
  const notes: string[] = []
  const own = scoreOf(items, 'declared') ?? 0
  if (Math.abs(own - claimed) > 1e-9)
    notes.push(`the file says a score of ${rounded(claimed)}, its own items give ${rounded(own)}`)
  if (planned === null) notes.push('without the rubric nobody knows whether items are missing')
  for (const { stage, id } of foreign) notes.push(`the rubric has no item "${id}" in ${stage}: it is not counted`)
  const missing = checks.length - (items.length - foreign.length)
  if (missing > 0)
    notes.push(
      `${missing} of ${checks.length} planned items are missing: upstream's ${rounded(claimed)} is ` +
        `${rounded(scoreOf(checks, 'declared') ?? 0)} over all of them`,
    )
  return notes
}

function nothingAsked(claimed: number): string {
  return `no item was asked: upstream writes a score of ${rounded(claimed)}, here it is not scored`
}

function errorOf(stage: Row): string[] {
  const error = optionalText(stage.error) ?? ''
  return error === '' ? [] : [said(`${optionalText(stage.id) ?? '?'} crashed: ${error}`, [])]
}
