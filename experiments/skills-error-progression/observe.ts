import type { Evidence, ObserveContext } from '@lawbook/experiment'
import { chosenPointwise } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import type { sentenceVectors } from '@lawbook/sentence-vectors'
import type { skillLibrary } from '@lawbook/skill-library'
import { admitted, ledgers, type skillRequests } from '@lawbook/skill-requests'
import { nearestFirst, rankings, standingsFrom } from '@lawbook/sweeps'
import type { wordSynonyms } from '@lawbook/word-synonyms'
import type { wordVectors } from '@lawbook/word-vectors'
import type { ProgressionChoices } from './choices.ts'
import { familyNumbers } from './classes.ts'
import { judgedRouters } from './judged.ts'
import { aboutRouter, type ObservedRouter, observeRouter, type Scene } from './observeRouter.ts'
import { tallyRows } from './tally.ts'

type Data = {
  readonly library: typeof skillLibrary
  readonly requests: typeof skillRequests
  readonly wordVectors: typeof wordVectors
  readonly sentenceVectors: typeof sentenceVectors
  readonly synonyms: typeof wordSynonyms
}
type Context = ObserveContext<Data, ProgressionChoices>

/**
 * Ask every router every request once over the whole library. Kept of the routers that are judged: the wrong pick of
 * each request in the full library, from which black holes are frozen (calibration half), and the exact outcome of each
 * held-out request in random libraries and in libraries with hard negatives, by class of the wrong pick, summed by
 * package. Of the others only the accuracies that decide this.
 */
export async function observe({ data, choices, progress }: Context): Promise<Evidence> {
  const { library, wordVectors, sentenceVectors, synonyms } = data
  const scene = sceneOf(data, choices)
  const routers: Row[] = []
  const judged: ObservedRouter[] = []
  for await (const { router, matrix } of rankings({
    routers: chosenPointwise(choices.routers),
    library,
    requests: scene.asked,
    resources: { wordVectors, sentenceVectors, synonyms },
    progress,
  })) {
    const standings = standingsFrom(matrix, library, scene.asked)
    routers.push(aboutRouter(router, standings, scene))
    // Of a kin the first eligible router is judged, so those that follow decide nothing here.
    if (judgedRouters(routers, choices).at(-1)!.eligible)
      judged.push(observeRouter(router.id, matrix, standings, scene))
  }
  const used = scene.halves.filter((half) => half === 'test').length
  const why = 'calibration half: freezes black holes and decides which routers are judged'
  return {
    tables: tablesOf(scene, routers, judged),
    attrition: ledgers(data.requests, scene.asked.length, used, why),
    decisions: routers.length * scene.asked.length,
  }
}

function sceneOf({ library, requests }: Context['data'], choices: ProgressionChoices): Scene {
  const asked = admitted(requests)
  const packages = [...new Set(library.skills.map((skill) => skill.package))]
  return {
    library,
    asked,
    halves: asked.map(({ skill }) => requests.split[skill]!),
    packages,
    packageOf: Int32Array.from(library.skills, (skill) => packages.indexOf(skill.package)),
    family: familyNumbers(library, requests.families),
    neighbours: nearestFirst(library),
    choices,
  }
}

function tablesOf(scene: Scene, routers: Row[], judged: readonly ObservedRouter[]): Record<string, Row[]> {
  return {
    routers,
    skills: skillRows(scene),
    picks: pickRows(scene, judged),
    outcomes: judged.flatMap(({ id, tallies }) =>
      tallies.flatMap(({ wording, design, tally }) => tallyRows(tally, { router: id, wording, design })),
    ),
    attribution: judged.flatMap(({ attribution }) => attribution),
    nearness: judged.flatMap(({ nearness }) => nearness),
  }
}

/** One row a skill: its package, the numbers of its families, and the half of its requests, null without any. */
function skillRows({ library, asked, halves, family }: Scene): Row[] {
  const half = new Map(asked.map(({ skill }, i) => [skill, halves[i]!]))
  return library.skills.map((skill, j) => ({
    package: skill.package,
    domain: family.domain[j]!,
    similarity: family.similarity[j]!,
    half: half.get(skill.id) ?? null,
  }))
}

/** One row a request: the right skill, and each judged router's wrong pick in the full library, as numbers of skills. */
function pickRows({ asked, library }: Scene, judged: readonly ObservedRouter[]): Row[] {
  const number = new Map(library.skills.map(({ id }, j) => [id, j]))
  return asked.map(({ skill, wording }, i) => ({
    skill: number.get(skill)!,
    wording,
    ...Object.fromEntries(judged.map(({ id, picks }) => [id, picks[i] === -1 ? null : picks[i]!])),
  }))
}
