import { type Wording, wordings } from '@lawbook/skill-requests'
import { type Answered, type Arm, answerer } from './arm.ts'
import { mainArms } from './arms.ts'
import { type Columns, headline, ladder, wholeLibrary } from './outcomes.ts'
import type { JudgedRouter, Scene } from './scene.ts'
import { pooled } from './tally.ts'

/** What every judged router answered to every arm, by wording: columns of the requests of `testedRequests`. */
export type Answers = {
  /** The routers, in order. */
  readonly routers: readonly string[]
  of(arm: string, tested: Wording, router: string): Columns
  /** The mean over routers, all with one weight. */
  pooled(arm: string, tested: Wording): Columns
}

/** Ask every arm of every judged router; of the main arms all sizes are kept. */
export async function answersTo(
  scene: Scene,
  judged: readonly JudgedRouter[],
  armsOf: Readonly<Record<Wording, readonly Arm[]>>,
): Promise<Answers> {
  const known = new Map<string, Columns>()
  const key = (arm: string, tested: Wording, router: string): string => [arm, tested, router].join('\u0000')
  const total = judged.length * wordings.reduce((sum, wording) => sum + armsOf[wording].length, 0)
  let done = 0
  for (const one of judged) {
    const answer = answerer(scene, one)
    for (const tested of wordings)
      for (const arm of armsOf[tested]) {
        scene.progress(done++, total, `${one.router.title}: ${arm.id}`)
        known.set(key(arm.id, tested, one.router.id), columnsOf(scene, one, arm, await answer(arm)))
      }
  }
  const routers = judged.map(({ router }) => router.id)
  const of: Answers['of'] = (arm, tested, router) => known.get(key(arm, tested, router))!
  return { routers, of, pooled: (arm, tested) => pooled(routers.map((router) => of(arm, tested, router))) }
}

function columnsOf(scene: Scene, judged: JudgedRouter, arm: Arm, answered: Answered): Columns {
  const { size } = scene.choices
  const curves = mainArms.includes(arm.id) ? ladder(scene, answered) : {}
  const { [`right.${size}`]: right, [`wrong.${size}`]: wrong } = headline(scene, answered)
  return { ...curves, right: right!, wrong: wrong!, ...wholeLibrary(scene, judged, arm, answered) }
}
