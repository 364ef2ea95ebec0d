import { discordantPairs } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { type Wording, wordings } from '@lawbook/skill-requests'
import type { Answers } from './answers.ts'
import { type Arm, testedRequests } from './arm.ts'
import { armIds, isPart, mainArms, optimisers } from './arms.ts'
import { ofHalf } from './folds.ts'
import type { Columns } from './outcomes.ts'
import type { Scene } from './scene.ts'
import { named, only, packageRows } from './tally.ts'
import { touches, touchOf } from './touched.ts'

type Arms = Readonly<Record<Wording, readonly Arm[]>>

/** Of a whole arm every outcome at the judged size and in the whole library; of a part of an optimiser two of them. */
const kept = ['right', 'wrong', 'full', 'twin', 'silent']

/** One row a wording and package: every arm, mean over the judged routers. */
export function pooledRows(scene: Scene, arms: Arms, answers: Answers): Row[] {
  return wordings.flatMap((tested) => {
    const columns = arms[tested].map(({ id }) => {
      const wanted = isPart(id) ? ['right', 'wrong'] : kept
      return named(
        id,
        only(answers.pooled(id, tested), (column) => wanted.includes(column)),
      )
    })
    return packageRows({ tested }, scene.library, testedRequests(scene, tested), merged(columns))
  })
}

/** The main arms at all sizes, in random libraries and among the nearest, mean over the judged routers. */
export function ladderRows(scene: Scene, answers: Answers): Row[] {
  return wordings.flatMap((tested) => {
    const columns = mainArms.map((id) =>
      named(
        id,
        only(answers.pooled(id, tested), (column) => /\.\d+$|^lenient$/.test(column)),
      ),
    )
    return packageRows({ tested }, scene.library, testedRequests(scene, tested), merged(columns))
  })
}

/** The share that black holes capture of the test half's requests, every arm, mean over the judged routers. */
export function heldRows(scene: Scene, arms: Arms, answers: Answers): Row[] {
  return wordings.flatMap((tested) => {
    const requests = testedRequests(scene, tested)
    const held = [...requests.keys()].filter((i) => scene.split[requests[i]!.skill] === 'test')
    const columns = arms[tested].map(({ id }) =>
      named(
        id,
        at(
          only(answers.pooled(id, tested), (column) => column === 'captured'),
          held,
        ),
      ),
    )
    return packageRows(
      { tested },
      scene.library,
      held.map((i) => requests[i]!),
      merged(columns),
    )
  })
}

/** The arms that are shown for each router: the main ones and the two levels. */
export const routedArms: readonly string[] = [...mainArms, armIds.twoLevel]

/** Per router what the shown arms do, at the judged size and in the whole library. */
export function routedRows(scene: Scene, answers: Answers): Row[] {
  return answers.routers.flatMap((router) =>
    wordings.flatMap((tested) => {
      const columns = routedArms.map((id) =>
        named(
          id,
          only(answers.of(id, tested, router), (column) => kept.slice(0, 4).includes(column)),
        ),
      )
      return packageRows({ router, tested }, scene.library, testedRequests(scene, tested), merged(columns))
    }),
  )
}

/** Per router, for each optimiser: right before and after, apart by what it did to the skill that is meant. */
export function touchedRows(scene: Scene, arms: Arms, answers: Answers): Row[] {
  const isTest = ofHalf(scene.split, 'test')
  return optimisers.flatMap((optimiser) =>
    wordings.flatMap((tested) => {
      const requests = testedRequests(scene, tested)
      const { edited } = arms[tested].find(({ id }) => id === optimiser)!
      // The authors' rules read no request: for them no half is apart.
      const touch = touchOf(scene.library, edited, optimiser === 'ours' ? isTest : null)
      return touches.flatMap((kind) => {
        const own = [...requests.keys()].filter((i) => touch(requests[i]!.skill) === kind)
        if (own.length === 0) return []
        return answers.routers.flatMap((router) => {
          const right = (arm: string): Columns => only(answers.of(arm, tested, router), (column) => column === 'right')
          const columns = merged([
            at(named('before', right(armIds.before)), own),
            at(named('after', right(optimiser)), own),
          ])
          const key = { optimiser, touch: kind, router, tested }
          return packageRows(
            key,
            scene.library,
            own.map((i) => requests[i]!),
            columns,
          )
        })
      })
    }),
  )
}

/** Per router and wording, how many requests only the one library answers rightly, all skills in it. */
export function discordantRows({ routers, of }: Answers): Row[] {
  return routers.flatMap((router) =>
    wordings.flatMap((tested) =>
      [...optimisers, armIds.both].map((arm): Row => {
        const { onlyFirst, onlySecond } = discordantPairs(
          of(armIds.before, tested, router).full!,
          of(arm, tested, router).full!,
        )
        return { router, tested, arm, 'only before': onlyFirst, 'only after': onlySecond }
      }),
    ),
  )
}

function at(columns: Columns, places: readonly number[]): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([column, values]) => [column, Float64Array.from(places, (i) => values[i]!)]),
  )
}

const merged = (columns: readonly Columns[]): Columns => Object.assign({}, ...columns) as Columns
