import { byCodeUnit, fail } from '@lawbook/base'
import type { Pipeline } from './records.ts'

/**
 * The pair whose executed first state stands in as the placebo: of the same dependency class, with other skills in both
 * steps and another state, its state's text nearest in length; of two as near, the first id.
 */
export function placeboOf(all: readonly Pipeline[], pair: Pipeline): Pipeline {
  const [first, second] = pair.steps
  const length = first!.state.length
  const candidates = all.filter(
    (other) =>
      other.class === pair.class &&
      other.steps[0]!.skill !== first!.skill &&
      other.steps[1]!.skill !== second!.skill &&
      other.steps[0]!.state !== first!.state,
  )
  const away = (other: Pipeline): number => Math.abs(other.steps[0]!.state.length - length)
  candidates.sort((a, b) => away(a) - away(b) || byCodeUnit(a.id, b.id))
  return (
    candidates[0] ??
    fail(
      'LB_DANGLING',
      `the pair ${pair.id} has no other pair of class ${pair.class} with other skills to borrow a state from`,
    )
  )
}
