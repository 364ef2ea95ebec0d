import type { FittedPointwise, PointwiseRouter, Scores } from '@lawbook/routers'
import type { Library, Skill } from '@lawbook/skills'

/** At most so many scores are kept of what one router says, 36 MB with what they match; none of a larger library. */
const [mostKept, mostSkills] = [4_000_000, 3000]

/**
 * The same router for all parts of one audit, which ask it the same requests about the same library: to that library it
 * is fitted once, and its answers to the first texts are kept, up to `mostKept` and `mostSkills`; to any other it is fitted
 * as ever. For routers that read nothing of a request but its text; their answers must not be changed.
 */
export function fittedOnce(router: PointwiseRouter, library: Library): PointwiseRouter {
  let known: FittedPointwise | null = null
  return {
    ...router,
    async build(asked, resources) {
      if (!sameTexts(asked.skills, library.skills)) return await router.build(asked, resources)
      known ??= remembering(await router.build(asked, resources))
      return known
    },
  }
}

function remembering(fitted: FittedPointwise): FittedPointwise {
  const answers = new Map<string, Scores>()
  return {
    score(request) {
      const known = answers.get(request.text)
      if (known !== undefined) return known
      const scores = fitted.score(request)
      const { length } = scores.values
      if (length <= mostSkills && (answers.size + 1) * length <= mostKept) answers.set(request.text, scores)
      return scores
    },
  }
}

const sameTexts = (a: readonly Skill[], b: readonly Skill[]): boolean =>
  a.length === b.length && a.every((skill, i) => sameText(skill, b[i]!))

const sameText = (a: Skill, b: Skill): boolean =>
  a.id === b.id &&
  a.name === b.name &&
  a.description === b.description &&
  a.body === b.body &&
  a.tags.join('\n') === b.tags.join('\n')
