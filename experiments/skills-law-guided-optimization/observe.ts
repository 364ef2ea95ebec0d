import type { Evidence, ObserveContext } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { admitted, ledgers, type SkillRequests, type Wording, wordings } from '@lawbook/skill-requests'
import type { Library, WordVectors } from '@lawbook/skills'
import { nearestFirst } from '@lawbook/sweeps'
import { answersTo } from './answers.ts'
import { type Arm, answerer, libraryKey, testedRequests } from './arm.ts'
import { armsOf, orderedArms, type Steps } from './arms.ts'
import type { OptimizationChoices } from './choices.ts'
import { editCounts } from './editCounts.ts'
import { elsewhereOf, elsewhereRows, type Pipelines } from './elsewhere.ts'
import { discordantRows, heldRows, ladderRows, pooledRows, routedRows, touchedRows } from './observedRows.ts'
import { headline } from './outcomes.ts'
import { ratingRows } from './ratings.ts'
import type { JudgedRouter, Scene } from './scene.ts'
import { packageRows } from './tally.ts'
import { variantRows } from './variants.ts'
import { judgedRouters } from './whoIsJudged.ts'

export type Data = {
  readonly library: Library
  readonly requests: SkillRequests
  readonly pipelines: Pipelines
  readonly wordVectors: WordVectors
}
type Context = ObserveContext<{ [K in keyof Data]: { id: string; load(): Promise<Data[K]> } }, OptimizationChoices>

/**
 * Edit the library with every subset of both optimisers' steps, with placebos and in other orders, ask every judged router
 * every request after each, and keep sums by package of what became of the requests, and no text.
 */
export const observeWith =
  (steps: Steps) =>
  async ({ data, choices, stream, progress }: Context): Promise<Evidence> => {
    const scene = sceneOf(data, choices, progress)
    const { library, requests } = scene
    const { rows: routers, judged } = await judgedRouters(scene)
    const arms = Object.fromEntries(wordings.map((tested) => [tested, armsOf(scene, steps, tested, stream)])) as Record<
      Wording,
      Arm[]
    >
    const answers = await answersTo(scene, judged, arms)
    return {
      tables: {
        routers,
        edits: wordings.flatMap((tested) => arms[tested].map((arm) => editCounts(arm, library))),
        pooled: pooledRows(scene, arms, answers),
        ladder: ladderRows(scene, answers),
        held: heldRows(scene, arms, answers),
        routed: routedRows(scene, answers),
        touched: touchedRows(scene, arms, answers),
        discordant: discordantRows(answers),
        orders: await orderRows(scene, steps, judged),
        elsewhere: await elsewhereRows(elsewhereOf(data.pipelines), scene, judged, steps),
        variants: await variantRows(scene),
        ratings: await ratingRows(),
      },
      attrition: ledgers(data.requests, requests.length, requests.length, '').slice(0, 1),
      decisions: judged.length * asked(scene, arms),
    }
  }

/** How many requests are asked in different libraries, by one router. */
function asked(scene: Scene, arms: Readonly<Record<Wording, readonly Arm[]>>): number {
  const libraries = (tested: Wording): number => new Set(arms[tested].map(libraryKey)).size
  return wordings.reduce((sum, tested) => sum + libraries(tested) * testedRequests(scene, tested).length, 0)
}

export function sceneOf(
  { library, requests, wordVectors }: Data,
  choices: OptimizationChoices,
  progress: Scene['progress'],
): Scene {
  return {
    library,
    resources: { wordVectors },
    requests: admitted(requests),
    split: requests.split,
    families: requests.families,
    orders: nearestFirst(library),
    choices,
    progress,
  }
}

/** The authors' steps in all orders, asked of the first judged router alone. */
async function orderRows(scene: Scene, steps: Steps, judged: readonly JudgedRouter[]): Promise<Row[]> {
  const [first] = judged
  if (first === undefined) return []
  const answer = answerer(scene, first)
  const columns: Record<Wording, Record<string, Float64Array>> = { direct: {}, situated: {} }
  for (const arm of orderedArms(scene, steps))
    columns[arm.tested][arm.id] = headline(scene, await answer(arm))[`right.${scene.choices.size}`]!
  return wordings.flatMap((tested) =>
    packageRows({ router: first.router.id, tested }, scene.library, testedRequests(scene, tested), columns[tested]),
  )
}
