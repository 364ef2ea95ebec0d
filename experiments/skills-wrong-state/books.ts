import type { Executed, Pipelines } from '@lawbook/pipelines'
import type { Ledger } from '@lawbook/schemas'
import { wrongSkills } from './executed.ts'

/** The books of this experiment: pairs, wrong states, and products of second steps after them and without them. */
export function wrongStateLedgers({ pipelines }: Pipelines): Ledger[] {
  const pairs = pipelines.filter((pipeline) => pipeline.class !== null)
  const has = pairs.filter(({ wrong }) => wrong.length > 0)
  const states = pairs.flatMap(({ wrong }) => wrong)
  return [
    stateLedger('pairs with a wrong state', pairs.length, has.length),
    stateLedger(
      `wrong first skills, ${wrongSkills} a pair; missing: no other skill left something and failed the first check`,
      wrongSkills * pairs.length,
      states.length,
    ),
    productLedger(
      'products of second steps after wrong first skills, judged dependency-aware',
      states.map(({ executed }) => executed),
    ),
    productLedger(
      'products of second steps on the inputs alone, judged dependency-aware',
      has.flatMap(({ none }) => (none === null ? [] : [none])),
    ),
  ]
}

function stateLedger(stage: string, planned: number, used: number): Ledger {
  return { stage, planned, used, excluded: [], failed: 0, missing: planned - used }
}

/** Products that no check judged: a skill that was not done, or a check that failed itself. Neither ever passes. */
function productLedger(stage: string, executed: readonly Executed[]): Ledger {
  const n = (outcome: Executed['aware']): number => executed.filter(({ aware }) => aware === outcome).length
  return {
    stage,
    planned: executed.length,
    used: n('pass') + n('fail'),
    excluded: [{ reason: 'the skill refused or failed: counted as no pass', n: n('not done') }],
    failed: n('error'),
    missing: 0,
  }
}
