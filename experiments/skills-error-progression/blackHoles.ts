import { binomialUpperTail } from '@lawbook/estimators'

/** A wrong pick in the full library: the skill chosen, and the family of the right one (-1 for none). */
export type WrongPick = { readonly chosen: number; readonly family: number }

/**
 * The most wrong picks that one skill gets by chance: the smallest k with P(max <= k) >= level when `picks` wrong picks
 * fall on `skills` skills uniformly. P(max <= k) is taken as the product of the skills' Binomial(picks, 1/skills)
 * probabilities. Counts of a multinomial are negatively associated (Joag-Dev and Proschan 1983), so the product is an
 * upper bound; at the level used here it is exact to the whole number (experiment.test.ts).
 */
export function mostByChance(picks: number, skills: number, level: number): number {
  for (let k = 0; k < picks; k++) {
    const above = binomialUpperTail(k, picks, 1 / skills)
    if (skills * Math.log1p(-above) >= Math.log(level)) return k
  }
  return picks
}

/** How often each skill was wrongly picked, and of how many families the right skills were. */
export function wrongPickCounts(picks: readonly WrongPick[], skills: number) {
  const count = new Int32Array(skills)
  const robbed: Set<number>[] = Array.from({ length: skills }, () => new Set<number>())
  for (const { chosen, family } of picks) {
    count[chosen]!++
    if (family >= 0) robbed[chosen]!.add(family)
  }
  return { count, families: Int32Array.from(robbed, ({ size }) => size) }
}

/** The black holes of one router: 1 for a skill with more wrong picks than chance gives any, from enough families. */
export function blackHolesIn(
  picks: readonly WrongPick[],
  skills: number,
  rule: { readonly level: number; readonly families: number },
): { readonly holes: Uint8Array; readonly most: number; readonly count: Int32Array; readonly families: Int32Array } {
  const { count, families } = wrongPickCounts(picks, skills)
  const most = mostByChance(picks.length, skills, rule.level)
  const holes = Uint8Array.from(count, (n, j) => (n > most && families[j]! >= rule.families ? 1 : 0))
  return { holes, most, count, families }
}
