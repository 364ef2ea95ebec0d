import type { Row } from '@lawbook/schemas'
import type { Wording } from '@lawbook/skill-requests'
import { exposed } from '@lawbook/skills'
import { rankings, requestCurves } from '@lawbook/sweeps'
import { type Asked, judgedRequests } from './asked.ts'
import { budgetEffect } from './budget.ts'
import { doubled } from './policies.ts'
import { standAmong } from './standings.ts'
import { packageRows, type Tally } from './tally.ts'

/** Arms of the doubled fit beside the budgets: everything in full, and the right skill alone by name. */
export const doubledArms = { unlimited: 'unlimited', targetByName: 'target-by-name' } as const

/** The arm of one budget. */
export const budgetArm = (budget: number): string => `budget-${budget}`

/**
 * Per router, on requests of the judged wording: the exact curve with all skills in full in the doubled fit, the same
 * plus the drawn change under each budget, and the exact accuracy with the right skill alone listed by its name.
 */
export async function budgetEvidence(
  asked: Asked,
): Promise<{ readonly rows: Row[]; readonly draws: Row[]; readonly decisions: number }> {
  const { library, resources, routers, choices, stream, progress } = asked
  const { ladder, budgets } = choices
  const requests = judgedRequests(asked, choices.wording as Wording)
  const both = doubled(library)
  const place = new Map(library.skills.map(({ id }, j) => [id, j]))
  const targets = Int32Array.from(requests, ({ skill }) => place.get(skill)!)
  const lengths = Int32Array.from(library.skills, (skill) => exposed(skill).length)
  const [rows, draws]: [Row[], Row[]] = [[], []]
  let decisions = 0
  for await (const { router, matrix } of rankings({
    routers,
    library: both.library,
    requests,
    resources,
    progress: (done, total, label) => progress(done, total, `doubled fit: ${label}`),
  })) {
    const exact = (own: Int32Array, sizes: readonly number[]): Float64Array => {
      const standings = requests.map((_, i) => {
        const target = targets[i]!
        return standAmong(
          matrix,
          i,
          own[target]!,
          both.full.filter((_, j) => j !== target),
        )
      })
      return requestCurves(standings, sizes, library.skills.length).right
    }
    const unlimited = exact(both.full, ladder)
    const limited = budgets.map(() => unlimited.slice())
    for (const { size, draws: count } of choices.draws) {
      const k = ladder.indexOf(size)
      const effect = budgetEffect({ matrix, doubled: both, lengths, targets, size, draws: count, budgets, stream })
      decisions += effect.decisions
      budgets.forEach((budget, b) => {
        effect.change[b]!.forEach((change, i) => {
          limited[b]![i * ladder.length + k]! += change
        })
        draws.push({ router: router.id, budget, size, draws: count, standardError: effect.standardError[b]! })
      })
    }
    const tallies: Tally[] = [
      { arm: doubledArms.unlimited, sizes: ladder, right: unlimited },
      { arm: doubledArms.targetByName, sizes: [choices.size], right: exact(both.name, [choices.size]) },
      ...budgets.map((budget, b): Tally => ({ arm: budgetArm(budget), sizes: ladder, right: limited[b]! })),
    ]
    rows.push(...packageRows({ router: router.id }, asked, requests, tallies))
  }
  return { rows, draws, decisions }
}
