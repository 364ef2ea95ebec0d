import type { Row } from '@lawbook/schemas'
import type { Library, Request } from '@lawbook/skills'
import { orderedCurve, packageSums, type RankMatrix } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'

/**
 * Accuracy in libraries that are no random draw: the right skill among its nearest (`near.N`) and among its farthest
 * (`far.N`) competitors; summed by package. Similarity changes with N here, so no slope b is read off these.
 */
export function structureEvidence(
  matrix: RankMatrix,
  library: Library,
  judged: readonly Request[],
  nearest: readonly Int32Array[],
  choices: RoutingChoices,
): Row[] {
  const sizes = choices.structure
  const farthest = nearest.map((order) => order.toReversed())
  const columns: Record<string, Float64Array> = {}
  for (const [name, orders] of [
    ['near', nearest],
    ['far', farthest],
  ] as const) {
    const { right } = orderedCurve(matrix, orders, sizes)
    sizes.forEach((size, k) => {
      columns[`${name}.${size}`] = Float64Array.from(judged, (_, i) => right[i * sizes.length + k]!)
    })
  }
  return packageSums(library, judged, columns)
}
