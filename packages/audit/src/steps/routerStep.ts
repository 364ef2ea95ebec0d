import type { PointwiseRouter } from '@lawbook/routers'
import type { Request } from '@lawbook/skills'

/**
 * A pure function from a router to a corrected one: nothing in the library changes, only who is chosen. `calibration`
 * are the requests that the correction may learn from.
 */
export type RouterStep = {
  readonly id: string
  readonly title: string
  /** The publication that the correction comes from. */
  readonly source: string
  wrap(router: PointwiseRouter, calibration: readonly Request[]): PointwiseRouter
}
