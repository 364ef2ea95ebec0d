import { fail, nearMisses } from '@lawbook/base'
import { checkLedger, type Ledger } from '@lawbook/schemas'
import { type Library, namesSkill, type Request } from '@lawbook/skills'

export type Exclusion = { readonly request: string; readonly reason: string }

/**
 * Which requests may be used with a library: those that do not give their skill's name away. What is excluded is kept
 * with its reason, and the books balance. A request for a skill that the library lacks throws LB_DANGLING.
 */
export function admit(
  requests: readonly Request[],
  library: Library,
): { used: Request[]; exclusions: Exclusion[]; ledger: Ledger } {
  const names = new Map(library.skills.map(({ id, name }) => [id, name]))
  const used: Request[] = []
  const exclusions: Exclusion[] = []
  for (const request of requests) {
    const name = names.get(request.skill) ?? dangling(request, names)
    if (namesSkill(request.text, name)) exclusions.push({ request: request.id, reason: 'names its skill' })
    else used.push(request)
  }
  const ledger: Ledger = {
    stage: 'leak filter',
    planned: requests.length,
    used: used.length,
    excluded: tally(exclusions),
    failed: 0,
    missing: 0,
  }
  checkLedger(ledger, 'skill-requests')
  return { used, exclusions, ledger }
}

function tally(exclusions: readonly Exclusion[]): { reason: string; n: number }[] {
  const reasons = [...new Set(exclusions.map(({ reason }) => reason))]
  return reasons.map((reason) => ({ reason, n: exclusions.filter((other) => other.reason === reason).length }))
}

function dangling({ id, skill }: Request, names: ReadonlyMap<string, string>): never {
  const [near] = nearMisses(skill, [...names.keys()])
  const hint = near === undefined ? '' : `; did you mean ${near}?`
  fail('LB_DANGLING', `request ${id} is meant for ${skill}, which the skill library does not hold${hint}`, {
    id,
    skill,
  })
}
