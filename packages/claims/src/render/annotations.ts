import type { Diff, DiffClaim } from '@lawbook/schemas'
import { gateReasons } from '../diff.ts'

/** GitHub shows at most ten annotations of a kind a step. */
const most = 10

/**
 * GitHub workflow commands for the claims on which the gate fails, at most ten; if there are more, the tenth says how
 * many are left. Everything that is not fixed text is escaped, so that no claim can issue a command of its own.
 */
export function annotations(diff: Diff): string[] {
  const failing = diff.claims.flatMap((claim) => gateReasons(diff, claim.id).map((reason) => annotation(claim, reason)))
  if (failing.length <= most) return failing
  return [
    ...failing.slice(0, most - 1),
    `::error title=Lawbook::${failing.length - most + 1} more claims fail the gate`,
  ]
}

function annotation({ id, experiment, why }: DiffClaim, reason: string): string {
  const file = experiment === 'none' ? 'verdicts.lock.json' : `experiments/${experiment}/claims.json`
  return `::error file=${property(file)},title=${property(id)}::${data(`${reason} (${why})`)}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
