import type { Training } from './kernel.ts'

/** What the judge needs, of real requests or of planted ones. P pools, K bins, G packages. */
export type Study = {
  readonly pools: number
  readonly bins: number
  /** The fold of each package. */
  readonly foldOf: Int32Array
  /** The package of each training request. */
  readonly learned: Int32Array
  /** The package of each judged request, and judged x P x K competitors. */
  readonly judged: Int32Array
  readonly counts: Float64Array
  readonly routers: readonly Routed[]
}

/** One judged router: what its kernels learn from, and its observed b, summed by package, G x P. */
export type Routed = {
  readonly id: string
  readonly short: string
  readonly kin: string
  readonly training: Training
  readonly observed: Float64Array
}
