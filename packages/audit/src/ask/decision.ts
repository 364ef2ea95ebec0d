import type { FittedPointwise } from '@lawbook/routers'
import { type Request, type Skill, tokens } from '@lawbook/skills'

/** What a router answers to a request. */
export type Decision = {
  /** Ids of the skills with the highest score; several are a tie, each as likely as the other; none: nothing matches. */
  readonly best: readonly string[]
  /** The highest score, at least 0, over the root of the number of distinct words asked: comparable between requests. */
  readonly strength: number
}

/** The decision among candidates (indices into the skills that the router was fitted to), or among all. */
export function decide(
  fitted: FittedPointwise,
  skills: readonly Skill[],
  request: Pick<Request, 'id' | 'text'>,
  candidates?: Int32Array,
): Decision {
  const { values, matched } = fitted.score(asRequest(request))
  let [top, best]: [number, number[]] = [Number.NEGATIVE_INFINITY, []]
  const look = (j: number): void => {
    if (matched[j] === 0 || values[j]! < top) return
    if (values[j]! > top) best = []
    top = values[j]!
    best.push(j)
  }
  if (candidates === undefined) for (let j = 0; j < values.length; j++) look(j)
  else candidates.forEach(look)
  if (best.length === 0) return { best: [], strength: 0 }
  const asked = new Set(tokens(request.text)).size
  return { best: best.map((j) => skills[j]!.id), strength: Math.max(0, top) / Math.sqrt(Math.max(1, asked)) }
}

/** A request of anybody's as routers take it: they read the text alone. */
const asRequest = ({ id, text }: Pick<Request, 'id' | 'text'>): Request => ({
  ...{ id, text, skill: '', wording: 'direct', domain: '', abstract: false },
})
