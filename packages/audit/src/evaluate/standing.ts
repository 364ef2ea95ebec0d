import { fail } from '@lawbook/base'
import { chooseAmong, type FittedPointwise, type PointwiseRouter, type Scores } from '@lawbook/routers'
import type { Library, Request, Resources } from '@lawbook/skills'
import type { Standing } from '@lawbook/sweeps'
import type { Edited } from '../edit/edit.ts'
import { servedBy } from '../edit/served.ts'

/**
 * Where an original request stands once an edited library has taken the place of the original one. Counts are those of
 * `Standing`, over the original places: every competitor of the original library keeps its place, which holds its
 * edited entry or, if it was removed or merged away, nothing. So `requestCurves` with the original number of skills
 * gives the exact chance of being right in a random library of N, and every original request stays in the denominator.
 */
export type EditedStanding = Pick<Standing, 'beaten' | 'ties' | 'matched' | 'targetMatched'> & {
  /** The id of the entry chosen in the whole edited library; null if the router abstains. */
  readonly winner: string | null
  /** The chosen entry answers the request. */
  readonly right: boolean
  /** Right among the nearest competitors, one value a size: 1/(1 + ties) if nothing among them is better, else 0. */
  readonly near: readonly number[]
}

export type EvaluateOptions = {
  readonly router: PointwiseRouter
  /** The library as it was; requests name its skills. */
  readonly original: Library
  readonly edited: Edited
  readonly requests: readonly Request[]
  readonly resources: Resources
  /** Whether a merged skill answers for the one that went although it does other work (`servedBy`). */
  readonly reading: 'strict' | 'lenient'
  /** For each original skill all others, the nearest first (`nearestFirst`), and the sizes of adversarial libraries. */
  readonly adversarial?: { readonly orders: readonly Int32Array[]; readonly sizes: readonly number[] }
}

/**
 * The standing of each request: the router is fitted to the whole edited library and asked once a request. A split
 * skill's parts share its place, its best part counts. A request whose right skill nobody answers any more is never
 * right. A request for a skill that the original library lacks throws LB_DANGLING.
 */
export async function editedStandings(options: EvaluateOptions): Promise<EditedStanding[]> {
  const { router, original, edited, requests, resources } = options
  const fitted = await router.build(edited.library, resources)
  const places = placesOf(original, edited, options.reading)
  return requests.map((request) => standingOf(request, fitted, places, options))
}

type Places = {
  /** Indices of the edited entries in each original place. */
  readonly entries: readonly Int32Array[]
  /** Indices of the edited entries that answer each original skill. */
  readonly answers: readonly Int32Array[]
  readonly number: ReadonlyMap<string, number>
  /** The indices of all edited entries. */
  readonly all: Int32Array
}

/** An entry stands in the place of the original skill whose id it carries, the parts of a split one in its place. */
function placesOf(original: Library, { library, edits }: Edited, reading: 'strict' | 'lenient'): Places {
  const index = new Map(library.skills.map(({ id }, j) => [id, j]))
  const parts = new Map(
    edits.flatMap((edit) => (edit.kind === 'split' ? [[edit.before.id, edit.parts.map(({ id }) => id)] as const] : [])),
  )
  const answering = servedBy(edits, reading)
  const indices = (ids: readonly string[]): Int32Array =>
    Int32Array.from(ids.flatMap((id) => (index.has(id) ? [index.get(id)!] : [])))
  return {
    entries: original.skills.map(({ id }) => indices([id, ...(parts.get(id) ?? [])])),
    answers: original.skills.map(({ id }) => indices(answering(id))),
    number: new Map(original.skills.map(({ id }, i) => [id, i])),
    all: Int32Array.from(library.skills, (_, j) => j),
  }
}

function standingOf(
  request: Request,
  fitted: FittedPointwise,
  { entries, answers, number, all }: Places,
  { edited, original, adversarial }: EvaluateOptions,
): EditedStanding {
  const target = number.get(request.skill)
  if (target === undefined)
    return fail(
      'LB_DANGLING',
      `request ${request.id} is meant for ${request.skill}, which the library of ${original.skills.length} skills does not hold; give requests of this library`,
    )
  const scores = fitted.score(request)
  const answering = answers[target]!
  const own = bestOf(scores, answering)
  const values = rivalsOf(scores, entries, answering)
  const counts = countsOf(values, target, own)
  const winner = chooseAmong(request, edited.library, scores, all)?.skill ?? null
  return {
    ...counts,
    targetMatched: own > Number.NEGATIVE_INFINITY,
    winner: winner === null ? null : edited.library.skills[winner]!.id,
    right: winner !== null && answering.includes(winner),
    near: adversarial === undefined ? [] : nearRight(values, own, adversarial.orders[target]!, adversarial.sizes),
  }
}

/** The highest score of some entries; minus infinity where none is matched. */
function bestOf({ values, matched }: Scores, entries: Int32Array): number {
  let best = Number.NEGATIVE_INFINITY
  for (const j of entries) if (matched[j] === 1 && values[j]! > best) best = values[j]!
  return best
}

/** The highest score in each place, of the entries that do not answer the request themselves; minus infinity of none. */
function rivalsOf({ values, matched }: Scores, entries: readonly Int32Array[], answering: Int32Array): Float64Array {
  const open = matched.slice()
  for (const j of answering) open[j] = 0
  const best = new Float64Array(entries.length).fill(Number.NEGATIVE_INFINITY)
  // Plain loops: this runs once for every request and skill of every edited library.
  for (let i = 0; i < entries.length; i++) {
    const place = entries[i]!
    for (let k = 0; k < place.length; k++) {
      const j = place[k]!
      if (open[j] === 1 && values[j]! > best[i]!) best[i] = values[j]!
    }
  }
  return best
}

function countsOf(
  values: Float64Array,
  target: number,
  own: number,
): Pick<EditedStanding, 'beaten' | 'ties' | 'matched'> {
  let [beaten, ties, matched] = [0, 0, 0]
  for (let i = 0; i < values.length; i++) {
    if (i === target || values[i] === Number.NEGATIVE_INFINITY) continue
    matched++
    if (values[i]! > own) beaten++
    else if (values[i] === own) ties++
  }
  return { beaten, ties, matched }
}

function nearRight(values: Float64Array, own: number, order: Int32Array, sizes: readonly number[]): number[] {
  return sizes.map((size) => {
    if (own === Number.NEGATIVE_INFINITY) return 0
    let ties = 0
    for (const i of order.subarray(0, size - 1)) {
      if (values[i]! > own) return 0
      if (values[i] === own) ties++
    }
    return 1 / (1 + ties)
  })
}
