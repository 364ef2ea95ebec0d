import type { Library } from '@lawbook/skills'
import { type Fate, fateOf, outcomeOf } from '../ask/fate.ts'
import { pairedGain } from '../ask/paired.ts'
import { applyEdits } from '../edit/apply.ts'
import { servedBy } from '../edit/served.ts'
import type { PlanReport } from '../report.ts'
import type { Asked } from './asked.ts'
import type { Chosen } from './choose.ts'
import { asRequest, bestIds } from './contest.ts'
import type { RoutersAsked } from './routersAsked.ts'
import { touchedBy } from './touched.ts'

/**
 * What a plan brings that is chosen as this one: the edits that one half of the requests chose, judged by the other
 * half, and the other way round, before any of them was left out because it did not help there. So no request has a say
 * in the edits that it judges. Routers are fitted anew to each edited library; shares are means over them.
 */
export async function bothHalves(
  plans: readonly (readonly Chosen[])[],
  requests: readonly Asked[],
  library: Library,
  asked: RoutersAsked,
): Promise<NonNullable<PlanReport['together']>> {
  const before = requests.map((_, i) => meanOf(asked.bases.map(({ fates }) => fates[i]!)))
  const after = [...before]
  for (const [half, plan] of plans.entries()) {
    const numbers = touchedBy(
      plan.map(({ candidate }) => candidate),
      requests,
      asked,
    ).filter((i) => requests[i]!.half !== half)
    const fates = await editedFates(
      plan,
      numbers.map((i) => requests[i]!),
      library,
      asked,
    )
    numbers.forEach((i, k) => {
      after[i] = fates[k]!
    })
  }
  const meant = [...requests.keys()].filter((i) => requests[i]!.skill !== null)
  const rights = (fates: readonly Fate[]): number[] => meant.map((i) => fates[i]!.right)
  const { gain, p } = pairedGain(
    rights(before),
    rights(after),
    meant.map((i) => requests[i]!.skill!),
  )
  return { before: outcomeOf(requests, before), after: outcomeOf(requests, after), gain, p }
}

async function editedFates(
  plan: readonly Chosen[],
  requests: readonly Asked[],
  library: Library,
  { routers }: RoutersAsked,
): Promise<Fate[]> {
  const edits = plan.map(({ candidate }) => candidate.edit)
  const edited = applyEdits(library, edits)
  const answering = servedBy(edits, 'strict')
  const fates: Fate[][] = requests.map(() => [])
  for (const router of routers) {
    const fitted = await router.build(edited, {})
    requests.forEach((request, k) => {
      const best = bestIds(fitted.score(asRequest(request)), edited)
      const skill = request.skill === null ? null : (answering(request.skill)[0] ?? null)
      const acceptable = request.acceptable.flatMap(answering)
      fates[k]!.push(fateOf({ best, strength: 1 }, { ...request, skill, acceptable }, 0))
    })
  }
  return fates.map(meanOf)
}

/** The mean of the chances that routers give. */
function meanOf(fates: readonly Fate[]): Fate {
  const mean = (key: keyof Fate): number => fates.reduce((sum, fate) => sum + fate[key], 0) / Math.max(1, fates.length)
  return { right: mean('right'), acceptable: mean('acceptable'), wrong: mean('wrong'), silent: mean('silent') }
}
