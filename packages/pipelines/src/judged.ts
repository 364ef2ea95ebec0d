import { type Eligibility, eligibility, type Threshold } from '@lawbook/sweeps'
import type { PipelineEvidence } from './evidence.ts'

type Candidate = { readonly id: string; readonly title: string; readonly kin: string }

/**
 * Who is judged: accurate enough on the first steps of all pairs in the other wording, which no judged number reads; no
 * floor, no fusion, one a kin, the first in the order given. First steps, since they stand on their own feet: whether a
 * router can read second steps is what is asked.
 */
export function judgedRouters<R extends Candidate>(
  evidence: PipelineEvidence,
  routers: readonly R[],
  thresholds: readonly Threshold[],
): Eligibility<R>[] {
  const pairs = pairsOf(evidence)
  const curveOf = (id: string) => (size: number) =>
    pairs.reduce((sum, p) => sum + evidence.step(id, 'other', p, 0, size)!, 0) / pairs.length
  return eligibility({ routers, curveOf, thresholds })
}

/** The places of the pairs among the pipelines. */
export function pairsOf({ pipelines }: PipelineEvidence): number[] {
  return [...pipelines.keys()].filter((p) => pipelines[p]!.class !== null)
}

/**
 * Which pairs are difficult for a router: the third with the lowest chance of their second step in the other wording at a
 * library of `size`, so that the judged wording has no part in the choice. Pairs as near as 1e-9 to the line are in.
 */
export function difficultPairs(evidence: PipelineEvidence, router: string, size: number): Set<number> {
  const pairs = pairsOf(evidence)
  const chance = new Map(pairs.map((p) => [p, evidence.step(router, 'other', p, 1, size)!]))
  const sorted = Float64Array.from(chance.values()).sort()
  const line = sorted[Math.max(0, Math.ceil(sorted.length / 3) - 1)]!
  return new Set(pairs.filter((p) => chance.get(p)! <= line + 1e-9))
}
