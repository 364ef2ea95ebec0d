import type { Row } from '@lawbook/schemas'
import type { Library } from '@lawbook/skills'
import { accuracyCurve, type RankMatrix, unmatched } from '@lawbook/sweeps'

/**
 * The accuracy curve without each package in both of its roles: its requests are not asked and its skills do not
 * compete. Jackknifed, it says how far the curve depends on which packages there are, where leaving out requests alone
 * holds the pool of competitors fixed. One row a package that has requests; one column a size, `at.10` and so on.
 */
export function withoutPackages(matrix: RankMatrix, library: Library, sizes: readonly number[]): Row[] {
  const packages = [...new Set(library.skills.map((skill) => skill.package))]
  const packageOf = Int32Array.from(library.skills, (skill) => packages.indexOf(skill.package))
  const members = new Int32Array(packages.length)
  for (const g of packageOf) members[g]!++
  const standings: { beaten: number; ties: number; matched: number; targetMatched: boolean }[][] = packages.map(
    () => [],
  )
  const counts = { beaten: members.slice(), ties: members.slice(), matched: members.slice() }
  for (let i = 0; i < matrix.requests; i++) {
    for (const byPackage of Object.values(counts)) byPackage.fill(0)
    const target = matrix.targets[i]!
    const right = matrix.ranks[i * matrix.skills + target]!
    let [beaten, ties, matched] = [0, 0, 0]
    for (let j = 0; j < matrix.skills; j++) {
      const rank = matrix.ranks[i * matrix.skills + j]!
      if (j === target || rank === unmatched) continue
      const g = packageOf[j]!
      matched++
      counts.matched[g]!++
      if (rank < right) {
        beaten++
        counts.beaten[g]!++
      } else if (rank === right) {
        ties++
        counts.ties[g]!++
      }
    }
    packages.forEach((_, g) => {
      if (g === packageOf[target]) return
      standings[g]!.push({
        beaten: beaten - counts.beaten[g]!,
        ties: ties - counts.ties[g]!,
        matched: matched - counts.matched[g]!,
        targetMatched: right !== unmatched,
      })
    })
  }
  return packages.flatMap((name, g): Row[] => {
    const left = standings[g]!
    if (left.length === 0 || left.length === matrix.requests) return []
    const { right } = accuracyCurve(left, sizes, matrix.skills - members[g]!)
    return [{ package: name, ...Object.fromEntries(sizes.map((size, k) => [`at.${size}`, right[k]!])) }]
  })
}
