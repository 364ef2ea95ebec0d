import { type Edited, type EditedStanding, editedStandings, type RouterStep } from '@lawbook/audit'
import { hashJson } from '@lawbook/base'
import type { PointwiseRouter } from '@lawbook/routers'
import type { Wording } from '@lawbook/skill-requests'
import type { Request } from '@lawbook/skills'
import type { JudgedRouter, Scene } from './scene.ts'

/** One way of treating the library and the routers, held against the requests of one wording. */
export type Arm = {
  readonly id: string
  readonly tested: Wording
  readonly edited: Edited
  /** A correction of the routers and the requests that it may learn from. */
  readonly correction?: { readonly step: RouterStep; readonly read: readonly Request[] }
  readonly adversarial?: boolean
}

/** Standings of the tested requests in the order of `testedRequests`, strictly and, for merged skills' requests, leniently. */
export type Answered = { readonly strict: readonly EditedStanding[]; readonly lenient: readonly EditedStanding[] }

/** The requests of one wording, both halves. */
export const testedRequests = ({ requests }: Pick<Scene, 'requests'>, tested: Wording): Request[] =>
  requests.filter(({ wording }) => wording === tested)

/** A function that answers arms for one router; arms that leave the same library behind are asked once. */
export function answerer(scene: Scene, { router }: JudgedRouter): (arm: Arm) => Promise<Answered> {
  const known = new Map<string, Promise<Answered>>()
  return (arm) => {
    const key = `${libraryKey(arm)} ${arm.adversarial === true}`
    const before = known.get(key)
    if (before !== undefined) return before
    const now = answersOf(scene, router, arm)
    known.set(key, now)
    return now
  }
}

/** Arms with one key ask the same library, by the same routers, the same requests. */
export const libraryKey = (arm: Arm): string => `${arm.tested} ${corrected(arm)} ${fingerprint(arm.edited)}`

async function answersOf(scene: Scene, plain: PointwiseRouter, arm: Arm): Promise<Answered> {
  const { library, resources, orders, choices } = scene
  const { edited, correction } = arm
  const router = correction === undefined ? plain : correction.step.wrap(plain, correction.read)
  const requests = testedRequests(scene, arm.tested)
  const common = { router, original: library, edited, resources }
  const adversarial = arm.adversarial === true ? { adversarial: { orders, sizes: choices.adversarial } } : {}
  const strict = await editedStandings({ ...common, ...adversarial, requests, reading: 'strict' })
  const cut = new Set(edited.edits.flatMap((edit) => (edit.kind === 'merge' && !edit.serves ? [edit.before.id] : [])))
  if (cut.size === 0) return { strict, lenient: strict }
  const asked = requests.filter(({ skill }) => cut.has(skill))
  const found = await editedStandings({ ...common, requests: asked, reading: 'lenient' })
  const readAnew = new Map(asked.map(({ id }, i) => [id, found[i]!]))
  return { strict, lenient: requests.map(({ id }, i) => readAnew.get(id) ?? strict[i]!) }
}

/** What of an edited library can move a standing: its listings, and who answers for whom. */
function fingerprint({ library, edits }: Edited): string {
  const passedOn = edits.flatMap((edit) =>
    edit.kind === 'rewrite'
      ? []
      : [[edit.kind, edit.before.id, edit.kind === 'merge' ? [edit.after.id, edit.serves] : []]],
  )
  return hashJson([library.skills.map(({ id, name, description, tags }) => [id, name, description, tags]), passedOn])
}

function corrected({ correction }: Arm): string {
  return correction === undefined ? '' : `${correction.step.id} ${hashJson(correction.read.map(({ id }) => id))}`
}
