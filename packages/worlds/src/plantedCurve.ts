import type { Stream } from '@lawbook/base'
import { checkSpreads } from './checkSpreads.ts'
import { lawMeans, type PlantedLaw } from './plantedLaw.ts'

/** Points drawn about a known law. */
export type PlantedCurve = {
  /** n x (inputs of the law), row by row. */
  readonly x: Float64Array
  /** What was observed at each point. */
  readonly y: Float64Array
  /** The expected value of each y. */
  readonly means: Float64Array
}

/**
 * Points of a law with Gaussian noise: y_k = f(x_k; theta) + sd e_k, e_k independent standard normals. sd >= 0, in the
 * unit of y. The null world is the same with `nullLaw(law)`. Throws as `lawMeans` does, and LB_DOMAIN for another sd.
 */
export function plantedCurve(
  options: PlantedLaw & { readonly x: Float64Array; readonly sd: number; readonly stream: Stream },
): PlantedCurve {
  const { x, sd, stream } = options
  checkSpreads({ sd })
  const means = lawMeans(options, x)
  return { x, y: means.map((mean) => mean + sd * stream.normal()), means }
}
