import { byCodeUnit } from '@lawbook/base'
import type { Trial } from '../result.ts'
import { because, missingModule } from './reasons.ts'

/** A task on which the solution does not pass here, so that no agent's result on it counts. */
export type LeftOut = {
  readonly task: string
  /**
   * "needs module X", "cannot be collected", "verifier gives no answer", "set-up fails", "solve fails" or "verifier
   * rejects".
   */
  readonly group: string
  /** The sentence that says why: the missing module, what the trial says last, or the first check that did not pass. */
  readonly reason: string
}

/** Which tasks count. Both lists sorted by task, the groups by size. */
export type Gate = {
  readonly counted: readonly string[]
  readonly left: readonly LeftOut[]
  readonly groups: readonly { readonly group: string; readonly tasks: readonly string[] }[]
}

/**
 * The gate "the oracle passes here": of the given trials of the oracle, the tasks where one passes under the rule
 * count. `strict` unless said: under upstream's rule even doing nothing passes some.
 */
export function gateOf(trials: readonly Trial[], rule: 'strict' | 'upstream' = 'strict'): Gate {
  const passes = (trial: Trial): boolean => trial.passed[rule] === true
  const counted = new Set(trials.filter(passes).map(({ task }) => task))
  const others = new Map(trials.filter(({ task }) => !counted.has(task)).map((trial) => [trial.task, trial]))
  const left = [...others.values()].map(leftOut).sort((a, b) => byCodeUnit(a.task, b.task))
  const names = [...new Set(left.map(({ group }) => group))]
  const groups = names.map((group) => ({
    group,
    tasks: left.filter((one) => one.group === group).map(({ task }) => task),
  }))
  groups.sort((a, b) => b.tasks.length - a.tasks.length || byCodeUnit(a.group, b.group))
  return { counted: [...counted].sort(byCodeUnit), left, groups }
}

function leftOut(trial: Trial): LeftOut {
  const { task, status, agentEnd } = trial
  const said = trial.reasons.at(-1) ?? 'nobody says why'
  const wrong = trial.checks
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ id, outcome, detail }) => `${id} ${outcome}: ${detail}`)
  const isScored = status === 'scored'
  const lacking = (isScored ? [...trial.reasons, ...wrong] : [said]).find((one) => missingModule(one) !== null)
  if (lacking !== undefined) return { task, group: `needs module ${missingModule(lacking)}`, reason: lacking }
  if (status === 'setup-error') return { task, group: 'set-up fails', reason: said }
  if (status === 'agent-error' || (isScored && agentEnd !== 'completed'))
    return { task, group: 'solve fails', reason: said }
  if (isScored) return { task, group: 'verifier rejects', reason: wrong[0] ?? said }
  const isUncollected = said.startsWith(because.uncollected(''))
  return { task, group: isUncollected ? 'cannot be collected' : 'verifier gives no answer', reason: said }
}
