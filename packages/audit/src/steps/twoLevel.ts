import { roundScore } from '@lawbook/base'
import type { PointwiseRouter } from '@lawbook/routers'
import { type Library, similarityFamilies } from '@lawbook/skills'
import type { RouterStep } from './routerStep.ts'
import { scaled } from './scaled.ts'

export type TwoLevelOptions = {
  /** What a family is worth: its best member, or the mean of its members. */
  readonly by: 'best' | 'mean'
  /** The family of each skill by id; a skill without one is a family of its own. */
  readonly familiesOf: (library: Library) => ReadonlyMap<string, string>
}

/**
 * First a family, then a skill of it: scores are scaled per request, families are ranked by their best or mean member,
 * and inside a family its members by their own. Families are ranked in the whole library, so a skill's value does not
 * depend on who else is drawn: in a drawn library a family may owe its rank to a member that is not there. In the whole
 * library the best member's family holds the choice that is made without families. Similarity families take n x n numbers: give others to libraries beyond a few thousand.
 */
export function twoLevel(options: TwoLevelOptions = { by: 'mean', familiesOf: similarityFamilies }): RouterStep {
  return {
    id: `two-level-${options.by}`,
    title: `Family by its ${options.by} member, then skill`,
    source: 'this project; two-level exposure as in the skill-scaling paper',
    wrap: (router) => ({ ...router, id: `${router.id}+two-level-${options.by}`, build: builtWith(router, options) }),
  }
}

function builtWith(router: PointwiseRouter, { by, familiesOf }: TwoLevelOptions): PointwiseRouter['build'] {
  return async (library, resources) => {
    const fitted = await router.build(library, resources)
    const families = familiesOf(library)
    const names = library.skills.map(({ id }) => families.get(id) ?? id)
    return {
      score(request) {
        const scores = fitted.score(request)
        const own = scaled(scores)
        const rank = ranksOf(familyWorth(names, own, by))
        const values = own.map((score, j) =>
          scores.matched[j] === 1 ? roundScore(rank.get(names[j]!)! + inside(score)) : 0,
        )
        return { values, matched: scores.matched }
      },
    }
  }
}

function familyWorth(names: readonly string[], own: Float64Array, by: TwoLevelOptions['by']): Map<string, number> {
  const worth = new Map<string, { sum: number; best: number; n: number }>()
  names.forEach((name, j) => {
    const known = worth.get(name) ?? { sum: 0, best: Number.NEGATIVE_INFINITY, n: 0 }
    worth.set(name, { sum: known.sum + own[j]!, best: Math.max(known.best, own[j]!), n: known.n + 1 })
  })
  return new Map([...worth].map(([name, { sum, best, n }]) => [name, by === 'best' ? best : sum / n]))
}

/** 0 for the families of least worth, one more for each greater worth. */
function ranksOf(worth: ReadonlyMap<string, number>): Map<string, number> {
  const rank = new Map([...new Set(worth.values())].sort((a, b) => a - b).map((value, r) => [value, r]))
  return new Map([...worth].map(([name, value]) => [name, rank.get(value)!]))
}

/** A score between 0 and 1, in the same order. */
const inside = (score: number): number => 0.5 + score / (2 * (1 + Math.abs(score)))
