import type { Progress } from '@lawbook/experiment'
import type { PointwiseRouter } from '@lawbook/routers'
import type { Half } from '@lawbook/skill-requests'
import type { Families, Library, Request, Resources } from '@lawbook/skills'
import type { OptimizationChoices } from './choices.ts'

/** Who is asked what, the same for every arm. */
export type Scene = {
  readonly library: Library
  readonly resources: Resources
  /** The admitted requests of both halves and wordings. */
  readonly requests: readonly Request[]
  readonly split: Readonly<Record<string, Half>>
  readonly families: Families
  /** For each skill all others, the nearest first, in the library as it was. */
  readonly orders: readonly Int32Array[]
  readonly choices: OptimizationChoices
  readonly progress: Progress
}

/** A judged router with the skills that were its black holes before any edit. */
export type JudgedRouter = { readonly router: PointwiseRouter; readonly holes: ReadonlySet<string> }
