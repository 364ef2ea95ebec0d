import type { StreamFactory } from '@lawbook/base'
import type { Progress } from '@lawbook/experiment'
import type { PointwiseRouter } from '@lawbook/routers'
import type { Wording } from '@lawbook/skill-requests'
import type { Library, Request, Resources } from '@lawbook/skills'
import type { ExposureChoices } from './choices.ts'

/** Who is asked what: the same for every arm. */
export type Asked = {
  readonly library: Library
  readonly resources: Resources
  readonly routers: readonly PointwiseRouter[]
  /** Ids of the routers of which every size and both wordings are kept. */
  readonly whole: ReadonlySet<string>
  /** Both halves. */
  readonly requests: readonly Request[]
  /** Which of them are of the judged half. */
  readonly test: readonly number[]
  readonly choices: ExposureChoices
  readonly stream: StreamFactory
  readonly progress: Progress
}

/** Places among all requests of those of the judged half with one wording. */
export function judgedPlaces({ requests, test }: Asked, wording: Wording): number[] {
  return test.filter((i) => requests[i]!.wording === wording)
}

/** The requests of the judged half with one wording. */
export function judgedRequests(asked: Asked, wording: Wording): Request[] {
  return judgedPlaces(asked, wording).map((i) => asked.requests[i]!)
}
