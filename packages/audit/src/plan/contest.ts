import type { FittedPointwise, PointwiseRouter, Scores } from '@lawbook/routers'
import type { Library, Request } from '@lawbook/skills'
import { type Fate, fateOf } from '../ask/fate.ts'
import { applyEdits } from '../edit/apply.ts'
import type { Asked } from './asked.ts'
import type { Candidate } from './candidates.ts'

/** At least how many entries are remembered for a request: more than a plan's edits can ever take out. */
const remembered = 24

/** Who competes for a request in the library as it is, for one router. */
export type Contest = {
  /** The score of the right skill's entry; minus infinity where it shares nothing with the request. */
  readonly own: number
  /** The best entries, best first, with their scores; of equal ones all or none. */
  readonly at: Int32Array
  readonly scores: Float64Array
}

/** Scores of edited entries for one request, by the number of the edit; those that can never be chosen are left out. */
export type Entries = { readonly edits: readonly number[]; readonly scores: readonly number[] }

/** A request as routers take it: they read the text alone. */
export const asRequest = ({ id, text, skill }: Asked): Request => ({
  ...{ id, text, skill: skill ?? '', wording: 'direct', domain: '', abstract: false },
})

/** What a router makes of requests in the library as it is. */
export type Base = { readonly contests: readonly Contest[]; readonly fates: readonly Fate[] }

export async function baseOf(router: PointwiseRouter, library: Library, requests: readonly Asked[]): Promise<Base> {
  const fitted = await router.build(library, {})
  const contests: Contest[] = []
  const fates: Fate[] = []
  for (const request of requests) {
    const scores = fitted.score(asRequest(request))
    contests.push(contestOf(scores, request.right))
    fates.push(fateOf({ best: bestIds(scores, library), strength: 1 }, request, 0))
  }
  return { contests, fates }
}

/** Ids of the entries with the highest score; none where nothing matches. */
export function bestIds({ values, matched }: Scores, { skills }: Library): string[] {
  let [top, best]: [number, number[]] = [Number.NEGATIVE_INFINITY, []]
  for (let j = 0; j < values.length; j++) {
    if (matched[j] === 0 || values[j]! < top) continue
    if (values[j]! > top) best = []
    top = values[j]!
    best.push(j)
  }
  return best.map((j) => skills[j]!.id)
}

function contestOf({ values, matched }: Scores, right: number): Contest {
  const least = leastRemembered({ values, matched })
  const best: number[] = []
  for (let j = 0; j < values.length; j++) if (matched[j] === 1 && values[j]! >= least) best.push(j)
  best.sort((a, b) => values[b]! - values[a]! || a - b)
  const own = right !== -1 && matched[right] === 1 ? values[right]! : Number.NEGATIVE_INFINITY
  return { own, at: Int32Array.from(best), scores: Float64Array.from(best, (j) => values[j]!) }
}

/** The score of the last entry that is remembered; minus infinity where all that match are. */
function leastRemembered({ values, matched }: Scores): number {
  const best = new Float64Array(remembered).fill(Number.NEGATIVE_INFINITY)
  for (let j = 0; j < values.length; j++) {
    const value = values[j]!
    if (matched[j] === 0 || value <= best[remembered - 1]!) continue
    let at = remembered - 1
    for (; at > 0 && best[at - 1]! < value; at--) best[at] = best[at - 1]!
    best[at] = value
  }
  return best[remembered - 1]!
}

/**
 * What a router scores the edited entries of candidates, no two of one skill, for some requests: fitted to the library
 * with all of them in place. `first` is the number of the first candidate.
 */
export async function entriesOf(
  router: PointwiseRouter,
  library: Library,
  candidates: readonly Candidate[],
  asked: readonly { readonly request: Asked; readonly contest: Contest }[],
  first = 0,
): Promise<Entries[]> {
  if (candidates.length === 0) return asked.map(() => ({ edits: [], scores: [] }))
  const edited = applyEdits(
    library,
    candidates.map(({ edit }) => edit),
  )
  const fitted = await router.build(edited, {})
  const index = new Map(edited.skills.map(({ id }, j) => [id, j]))
  const places = candidates.map(({ edit, taken }) => ({ at: index.get(edit.after.id)!, taken }))
  return asked.map(({ request, contest }) => scored(fitted, request, contest, places, first))
}

function scored(
  fitted: FittedPointwise,
  request: Asked,
  contest: Contest,
  places: readonly { readonly at: number; readonly taken: readonly number[] }[],
  first: number,
): Entries {
  const { values, matched } = fitted.score(asRequest(request))
  const {
    at: { length },
    scores: known,
  } = contest
  const least = length < remembered ? Number.NEGATIVE_INFINITY : known[length - 1]!
  const [edits, scores]: [number[], number[]] = [[], []]
  places.forEach(({ at, taken }, i) => {
    if (matched[at] === 0 || (values[at]! < least && !taken.includes(request.right))) return
    edits.push(first + i)
    scores.push(values[at]!)
  })
  return { edits, scores }
}
