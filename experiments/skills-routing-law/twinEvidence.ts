import type { Row } from '@lawbook/schemas'
import type { Library, Request } from '@lawbook/skills'
import { outcomes, packageSums, type RankMatrix } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'

/**
 * How often a wrong pick falls on a twin, a skill of the right skill's own similarity family: what strict accuracy lacks
 * of twin-tolerant accuracy. In random libraries of each size of the ladder, `twin.N`, and in the three libraries of
 * `structureColumns`, `twin.near.N` and so on; summed by package.
 */
export function twinEvidence(
  matrix: RankMatrix,
  library: Library,
  judged: readonly Request[],
  family: ReadonlyMap<string, string>,
  nearest: readonly Int32Array[],
  choices: RoutingChoices,
): Row[] {
  const { ladder, similar, separated } = choices
  const families = library.skills.map(({ id }) => family.get(id) ?? id)
  const arranged = [
    { name: `near.${similar}`, size: similar, first: true },
    { name: `far.${similar}`, size: similar, first: false },
    { name: `far.${separated}`, size: separated, first: false },
  ]
  const names = [...ladder.map((size) => `twin.${size}`), ...arranged.map(({ name }) => `twin.${name}`)]
  const columns = Object.fromEntries(names.map((name) => [name, new Float64Array(judged.length)]))
  const classOf = new Uint8Array(library.skills.length)
  judged.forEach((_, i) => {
    const own = families[matrix.targets[i]!]
    for (let j = 0; j < classOf.length; j++) classOf[j] = families[j] === own ? 1 : 0
    const { wrong } = outcomes(matrix, i, { sizes: ladder, classOf, classes: 2 })
    ladder.forEach((size, k) => {
      columns[`twin.${size}`]![i] = wrong[k * 2 + 1]!
    })
    const order = nearest[matrix.targets[i]!]!
    for (const { name, size, first } of arranged) {
      const present = (): Int32Array => (first ? order.slice(0, size - 1) : order.slice(order.length - size + 1))
      columns[`twin.${name}`]![i] = outcomes(matrix, i, { sizes: [size], classOf, classes: 2, present }).wrong[1]!
    }
  })
  return packageSums(library, judged, columns)
}
