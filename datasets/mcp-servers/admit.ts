import { byCodeUnit } from '@lawbook/base'
import { type Skill, words } from '@lawbook/skills'
import { isEnglish } from './english.ts'

/** Why a server is not used, in the order in which it is asked. */
export const reasons = ['no name', 'no description', 'placeholder', 'not English', 'duplicate'] as const
export type Reason = (typeof reasons)[number]

/** A server that is not used; a duplicate names the server that stands for it. */
export type Exclusion = { readonly server: string; readonly reason: Reason; readonly of: string | null }

/** What happened to the entries of the list: planned = used + the sum of `excluded`. */
export type Ledger = {
  readonly planned: number
  readonly used: number
  readonly excluded: readonly { readonly reason: Reason; readonly n: number }[]
}

/**
 * Which servers may be candidates: those with a name and an English description that somebody wrote. Of servers with
 * the same words in own name and description the first by id is used. Nothing leaves without a reason.
 */
export function admit(servers: readonly Skill[]): { used: Skill[]; exclusions: Exclusion[]; ledger: Ledger } {
  const used: Skill[] = []
  const exclusions: Exclusion[] = []
  const first = new Map<string, string>()
  for (const server of [...servers].sort((a, b) => byCodeUnit(a.id, b.id))) {
    const key = sameKey(server)
    const reason = faultOf(server) ?? (first.has(key) ? 'duplicate' : null)
    if (reason !== null) {
      exclusions.push({ server: server.id, reason, of: reason === 'duplicate' ? first.get(key)! : null })
    } else {
      first.set(key, server.id)
      used.push(server)
    }
  }
  const excluded = reasons.map((reason) => ({
    reason,
    n: exclusions.filter((other) => other.reason === reason).length,
  }))
  return { used, exclusions, ledger: { planned: servers.length, used: used.length, excluded } }
}

function faultOf({ name, description }: Skill): Reason | null {
  if (words(name).length === 0) return 'no name'
  if (words(description).length === 0) return 'no description'
  // The registry's template asks in brackets for a description that nobody wrote.
  if (/\[describe\b/i.test(description)) return 'placeholder'
  return isEnglish(description) ? null : 'not English'
}

/** The words of a server's own name, without the publisher before the last slash, and of its description. */
function sameKey({ name, description }: Skill): string {
  const own = name.slice(name.lastIndexOf('/') + 1)
  return JSON.stringify([words(own), words(description)])
}
