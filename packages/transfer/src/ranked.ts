import { type PointwiseRouter, tieKey } from '@lawbook/routers'
import type { Library, Request, Resources } from '@lawbook/skills'

/** Skills of one request in the order of a router's scores: ids, the best first; ties by the rule of `chooseAmong`. */
export type Rank = (request: Request, among: Int32Array | null) => string[]

/** Fit a router to a library; each request is scored once and ranked among all or among those that pass a gate. */
export async function ranker(
  router: PointwiseRouter,
  library: Library,
  resources: Resources,
  most: number,
): Promise<Rank> {
  const fitted = await router.build(library, resources)
  const { skills } = library
  const all = Int32Array.from(skills, (_, j) => j)
  let last: { readonly id: string; readonly scores: ReturnType<typeof fitted.score> } | null = null
  return (request, among) => {
    if (last?.id !== request.id) last = { id: request.id, scores: fitted.score(request) }
    const { values, matched } = last.scores
    const open = [...(among ?? all)].filter((j) => matched[j] === 1)
    open.sort(
      (a, b) => values[b]! - values[a]! || tieKey(request.id, skills[a]!.id) - tieKey(request.id, skills[b]!.id),
    )
    return open.slice(0, most).map((j) => skills[j]!.id)
  }
}
