import { missTable, type RankMatrix, unmatched } from '@lawbook/sweeps'
import type { Units } from './units.ts'

/** Chances that the unit is picked, and that the skill is after the unit: requests x sizes, row-major. */
export type Grouped = { readonly unitPick: Float64Array; readonly twoLevel: Float64Array }

/**
 * Two steps in random libraries of N skills, exactly: the best unit among those with a skill in the library, then the
 * best skill of that unit. A unit is there iff one of its members is. Ties are shared evenly at both steps: in a random
 * order of the tied units that are there the right one is first, and so is the right skill among tied ones inside. With
 * b skills in better units, s in tied units that come before, i better ones inside, j tied ones that come before, both
 * steps are won iff none of b + s + i + j skills is drawn.
 */
export function groupedCurves(
  unitRanks: RankMatrix,
  skillRanks: RankMatrix,
  { unitOf, members }: Units,
  sizes: readonly number[],
): Grouped {
  const { requests, skills, targets } = skillRanks
  const misses = sizes.map((size) => missTable(skills - 1, size - 1))
  const unitPick = new Float64Array(requests * sizes.length)
  const twoLevel = new Float64Array(requests * sizes.length)
  for (let i = 0; i < requests; i++) {
    const target = targets[i]!
    const own = unitOf[target]!
    const units = unitRanks.ranks.subarray(i * unitRanks.skills, (i + 1) * unitRanks.skills)
    if (units[own] === unmatched) continue
    const row = skillRanks.ranks.subarray(i * skills, (i + 1) * skills)
    const better = members.reduce((sum, m, u) => sum + (units[u]! < units[own]! ? m : 0), 0)
    const before = skillsBefore(members.filter((_, u) => u !== own && units[u] === units[own]))
    const inside = row.filter((_, j) => unitOf[j] === own && j !== target)
    const beaten = inside.filter((rank) => rank < row[target]!).length
    const ties = inside.filter((rank) => rank === row[target]).length
    misses.forEach((miss, k) => {
      before.forEach((chance, s) => {
        if (chance === 0) return
        unitPick[i * sizes.length + k]! += chance * miss[better + s]!
        if (row[target] === unmatched) return
        for (let j = 0; j <= ties; j++)
          twoLevel[i * sizes.length + k]! += (chance * miss[better + s + beaten + j]!) / (ties + 1)
      })
    })
  }
  return { unitPick, twoLevel }
}

/**
 * How many skills the tied units hold that come before the right unit in a random order of all of them: chances of
 * 0, 1, .... One unit after the other is put at a random place of the order: after k that come before, of n - 1, the next
 * comes before as well with chance (k + 1) / (n + 1).
 */
export function skillsBefore(members: Int32Array): Float64Array {
  const total = members.reduce((sum, m) => sum + m, 0)
  let chances = [new Float64Array(total + 1)]
  chances[0]![0] = 1
  let held = 0
  members.forEach((m, at) => {
    const n = at + 1
    const next = Array.from({ length: n + 1 }, () => new Float64Array(total + 1))
    chances.forEach((ofSkills, k) => {
      for (let s = 0; s <= held; s++) {
        next[k]![s]! += (ofSkills[s]! * (n - k)) / (n + 1)
        next[k + 1]![s + m]! += (ofSkills[s]! * (k + 1)) / (n + 1)
      }
    })
    chances = next
    held += m
  })
  return chances.reduce((sum, ofSkills) => sum.map((chance, s) => chance + ofSkills[s]!))
}
