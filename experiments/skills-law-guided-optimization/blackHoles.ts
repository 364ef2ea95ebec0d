import { mostByChance } from '@lawbook/audit'

/** A wrong pick in the full library: the id of the skill chosen, and the domain of what was asked. */
export type WrongPick = { readonly chosen: string; readonly domain: string }

/**
 * The skills that draw in more wrong picks than chance gives any, from enough domains: the rule of
 * `skills-error-progression`, which freezes them on calibration requests in the library as it was.
 */
export function blackHolesIn(picks: readonly WrongPick[], skills: number, fewestDomains: number): ReadonlySet<string> {
  const most = mostByChance(picks.length, skills)
  const robbed = new Map<string, string[]>()
  for (const { chosen, domain } of picks) robbed.set(chosen, [...(robbed.get(chosen) ?? []), domain])
  return new Set(
    [...robbed]
      .filter(([, domains]) => domains.length > most && new Set(domains).size >= fewestDomains)
      .map(([skill]) => skill),
  )
}
