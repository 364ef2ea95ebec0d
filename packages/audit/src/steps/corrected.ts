import { roundScore } from '@lawbook/base'
import type { PointwiseRouter } from '@lawbook/routers'
import type { Request } from '@lawbook/skills'
import { scaled } from './scaled.ts'

/** What a correction learns about each skill from how it scores on requests that are meant for others. */
export type Bank = {
  /** Called for each request of the bank and each skill that it is not meant for, scores scaled (`scaled`). */
  add(skill: number, score: number): void
  /** The corrected value of a skill for a request. */
  corrected(skill: number, score: number): number
}

/**
 * A router whose scores are scaled per request and then corrected skill by skill; who is matched stays. The bank are the
 * calibration requests, each for the skills that it is not meant for: a skill is no hub because its own users find it.
 * Without calibration requests the router stays as it is.
 */
export function corrected(
  router: PointwiseRouter,
  step: string,
  calibration: readonly Request[],
  bankFor: (skills: number) => Bank,
): PointwiseRouter {
  return {
    ...router,
    id: `${router.id}+${step}`,
    async build(library, resources) {
      const fitted = await router.build(library, resources)
      if (calibration.length === 0) return fitted
      const { skills } = library
      const bank = bankFor(skills.length)
      for (const request of calibration)
        scaled(fitted.score(request)).forEach((score, j) => {
          if (skills[j]!.id !== request.skill) bank.add(j, score)
        })
      return {
        score(request) {
          const scores = fitted.score(request)
          const values = scaled(scores).map((score, j) =>
            scores.matched[j] === 1 ? roundScore(bank.corrected(j, score)) : 0,
          )
          return { values, matched: scores.matched }
        },
      }
    },
  }
}
