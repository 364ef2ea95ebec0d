import type { PointwiseRouter, Scores } from '@lawbook/routers'
import { libraryOf, type Request, type Resources, type Skill } from '@lawbook/skills'
import { type RequestCurves, requestCurves, type Standing } from '@lawbook/sweeps'
import { fittedSizes } from './form.ts'

/** Exact accuracy of each request at sizes up to N, and the skill that each is meant for. */
export type Asked = { readonly curves: RequestCurves; readonly skills: readonly string[] }

/**
 * Ask a router, built on the whole library, each request, whose skills the library must hold. One request is held at a
 * time, so that memory grows with the library and not with its square.
 */
export async function ask(
  library: { readonly skills: readonly Skill[] },
  requests: readonly Request[],
  router: PointwiseRouter,
  resources: Resources,
): Promise<Asked> {
  const { skills } = libraryOf(library.skills)
  const number = new Map(skills.map(({ id }, j) => [id, j]))
  const fitted = await router.build({ skills }, resources)
  const standings = requests.map((request) => standingOf(fitted.score(request), number.get(request.skill)!))
  return {
    curves: requestCurves(standings, fittedSizes(skills.length), skills.length),
    skills: requests.map(({ skill }) => skill),
  }
}

function standingOf(
  { values, matched }: Scores,
  target: number,
): Pick<Standing, 'beaten' | 'ties' | 'matched' | 'targetMatched'> {
  // A right skill that shares nothing with the request is never chosen, whoever competes.
  if (matched[target] === 0) return { beaten: 0, ties: 0, matched: 0, targetMatched: false }
  let [beaten, ties, others] = [0, 0, 0]
  for (let j = 0; j < values.length; j++) {
    if (j === target || matched[j] === 0) continue
    others++
    if (values[j]! > values[target]!) beaten++
    else if (values[j] === values[target]) ties++
  }
  return { beaten, ties, matched: others, targetMatched: true }
}
