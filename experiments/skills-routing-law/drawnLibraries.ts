import type { StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import type { Library, Request } from '@lawbook/skills'
import {
  accuracyCurve,
  beatSets,
  competitorInfluence,
  competitorVariance,
  disagreements,
  libraryDrawVariance,
  monteCarlo,
  type RankMatrix,
  standingsFrom,
} from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'

/**
 * Monte-Carlo libraries of one router and wording, as a check of its exact curve, and the two variances that need the
 * whole rank matrix: over drawn libraries and over redrawn pools of competitors. One row a size, and how many decisions
 * were made.
 */
export function drawnLibraries(
  matrix: RankMatrix,
  library: Library,
  judged: readonly Request[],
  choices: RoutingChoices,
  stream: StreamFactory,
): { readonly rows: Row[]; readonly decisions: number } {
  const sets = beatSets(matrix, library, judged)
  const sizes = choices.monteCarlo.map(({ size }) => size)
  const exact = accuracyCurve(standingsFrom(matrix, library, judged), sizes, library.skills.length).right
  const variance = libraryDrawVariance(sets, sizes)
  const influence = competitorInfluence(sets, sizes)
  const drawn = choices.monteCarlo.map(({ size, draws }) => monteCarlo(matrix, size, draws, stream))
  const off = disagreements(
    drawn.map((cell, k) => ({ drawn: cell.right, exact: exact[k]!, sd: Math.sqrt(variance[k]!) })),
  )
  const alone = (k: number): Float64Array => Float64Array.from(sizes, (_, other) => (other === k ? 1 : 0))
  return {
    decisions: drawn.reduce((sum, cell) => sum + cell.decisions, 0),
    rows: sizes.map(
      (size, k): Row => ({
        size,
        exact: exact[k]!,
        sdLibrary: Math.sqrt(variance[k]!),
        sdPool: Math.sqrt(competitorVariance(influence, alone(k))),
        draws: drawn[k]!.right.length,
        drawn: mean(drawn[k]!.right),
        agrees: !off.includes(k),
      }),
    ),
  }
}

export function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
