import { applySteps, type Edited } from '@lawbook/audit'
import type { Row } from '@lawbook/schemas'
import type { skillPipelines } from '@lawbook/skill-pipelines'
import { wordings } from '@lawbook/skill-requests'
import { type Library, libraryOf, type Request, type Skill } from '@lawbook/skills'
import { type Arm, answerer, testedRequests } from './arm.ts'
import { armIds, type Steps } from './arms.ts'
import { otherWording } from './folds.ts'
import { ladder } from './outcomes.ts'
import type { JudgedRouter, Scene } from './scene.ts'
import { named, only, packageRows, pooled } from './tally.ts'

/** Executable skills, and pipelines of steps that ask for them. */
export type Pipelines = Awaited<ReturnType<typeof skillPipelines.load>>

/** Another library, with what users ask of it in two wordings. */
export type Elsewhere = {
  readonly library: Library
  readonly requests: readonly Request[]
  readonly familyOf: ReadonlyMap<string, string>
}

/**
 * The executable skills with the steps of pipelines that have two wordings: the step's text stands for `direct`, the same
 * wish in other words for `situated`. A skill's family takes the place of its package: all are of one package.
 */
export function elsewhereOf({ skills, pipelines }: Pipelines): Elsewhere {
  const steps = pipelines.flatMap(({ id, steps: own }) => own.map((step, k) => ({ id: `${id}/${k}`, ...step })))
  const requests = steps.flatMap(({ id, skill, text, other }): Request[] =>
    other === null
      ? []
      : [
          { id: `${id}/direct`, skill, wording: 'direct', domain: '', abstract: false, text },
          { id: `${id}/situated`, skill, wording: 'situated', domain: '', abstract: false, text: other },
        ],
  )
  const familyOf = new Map(skills.map(({ skill, family }) => [skill.id, family]))
  const library = libraryOf(skills.map(({ skill, family }): Skill => ({ ...skill, package: family })))
  return { library, requests, familyOf }
}

/** Sizes at which the other library is shown. */
export const elsewhereSizes = (skills: number, ladder: readonly number[]): number[] =>
  ladder.filter((size) => size <= skills)

/**
 * The same steps with the same constants in the other library: half of its families is read in one wording, all requests
 * are tested in the other; both halves in turn, and the mean of the two. Rows by family, mean over the judged routers.
 */
export async function elsewhereRows(
  there: Elsewhere,
  home: Scene,
  judged: readonly JudgedRouter[],
  steps: Steps,
): Promise<Row[]> {
  const sizes = elsewhereSizes(there.library.skills.length, home.choices.ladder)
  const scene: Scene = {
    ...home,
    ...there,
    split: {},
    choices: { ...home.choices, ladder: sizes, size: sizes.at(-1)! },
  }
  const answerers = judged.map((one) => answerer(scene, one))
  const rows: Row[] = []
  for (const tested of wordings) {
    const columns = []
    for (const half of [0, 1])
      for (const arm of armsIn(there, steps, tested, half)) {
        const answers = await Promise.all(answerers.map((answer) => answer(arm)))
        const right = pooled(
          answers.map((answered) => only(ladder(scene, answered), (name) => name.startsWith('right.'))),
        )
        columns.push(named(`${arm.id}.${half}`, right))
      }
    rows.push(...packageRows({ tested }, there.library, testedRequests(scene, tested), Object.assign({}, ...columns)))
  }
  return rows
}

function armsIn({ library, requests, familyOf }: Elsewhere, steps: Steps, tested: Request['wording'], half: number) {
  const families = [...new Set(library.skills.map(({ id }) => familyOf.get(id)!))].sort()
  const isRead = (skill: string): boolean => families.indexOf(familyOf.get(skill)!) % 2 === half
  const read = requests.filter(({ skill, wording }) => wording === otherWording(tested) && isRead(skill))
  const none: Edited = { library, edits: [] }
  const ours = applySteps(library, steps.ours, read)
  const correction = { step: steps.hub, read }
  return [
    { id: armIds.before, tested, edited: none },
    { id: armIds.authors, tested, edited: applySteps(library, steps.authors, []) },
    { id: armIds.ours, tested, edited: ours },
    { id: armIds.hub, tested, edited: none, correction },
    { id: armIds.both, tested, edited: ours, correction },
  ] satisfies Arm[]
}
