import { fail, type StreamFactory } from '@lawbook/base'
import { normalCdf } from '@lawbook/estimators'
import { checkSizes } from './hypergeometric.ts'
import { type RankMatrix, unmatched } from './ranks.ts'

/** Accuracy per drawn library, and how many decisions among at least two candidates were really made. */
export type DrawnAccuracy = {
  readonly size: number
  readonly right: Float64Array
  readonly wrong: Float64Array
  readonly abstain: Float64Array
  readonly decisions: number
}

/**
 * Draw libraries of a size and decide every request in each, as the skill-scaling paper's code does: N skills drawn for
 * all requests, each request puts its right skill in and drops the surplus (the last one drawn). A tie at the top gives
 * the right skill 1/(number tied). Library d comes from the stream ("library", size, d) alone. At N = S there is one
 * library, so one draw. A check of the exact curve, which needs no draws.
 */
export function monteCarlo(matrix: RankMatrix, size: number, draws: number, stream: StreamFactory): DrawnAccuracy {
  const { requests, skills, ranks, targets } = matrix
  checkSizes([size], skills)
  if (!Number.isInteger(draws) || draws < 1) fail('LB_DOMAIN', `cannot draw ${draws} libraries; draw at least one`)
  const libraries = size === skills ? 1 : draws
  const [right, wrong, abstain] = [0, 1, 2].map(() => new Float64Array(libraries)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const drawn = new Uint8Array(skills)
  for (let draw = 0; draw < libraries; draw++) {
    const library = stream('library', size, draw).sample(skills, size)
    drawn.fill(0)
    for (const j of library) drawn[j] = 1
    for (let i = 0; i < requests; i++) {
      const target = targets[i]!
      const row = i * skills
      const rank = ranks[row + target]!
      const inside = drawn[target]!
      const count = inside === 1 ? size : size - 1
      let ties = 1 - inside
      let at = 0
      for (; at < count; at++) {
        const other = ranks[row + library[at]!]!
        if (other < rank) break
        if (other === rank) ties++
      }
      if (at < count) wrong[draw]!++
      else if (rank === unmatched) abstain[draw]!++
      else {
        right[draw]! += 1 / ties
        wrong[draw]! += 1 - 1 / ties
      }
    }
  }
  for (const sums of [right, wrong, abstain]) for (let draw = 0; draw < libraries; draw++) sums[draw]! /= requests
  return { size, right, wrong, abstain, decisions: size < 2 ? 0 : libraries * requests }
}

/** One cell of the check: drawn accuracies, their exact expectation, and the exact sd of one draw. */
export type Cell = { readonly drawn: Float64Array; readonly exact: number; readonly sd: number }

/**
 * The cells (by index) whose Monte-Carlo mean is further from the exact value than chance allows: z = (mean - exact) /
 * (sd/sqrt(draws)) against 4 standard errors, with Holm's correction over the cells. Empty is what it should be. A cell
 * without variance must agree to 1e-9.
 */
export function disagreements(cells: readonly Cell[]): number[] {
  const tail = (z: number): number => 2 * normalCdf(-Math.abs(z))
  const tests = cells
    .map(({ drawn, exact, sd }, cell) => {
      const gap = drawn.reduce((sum, value) => sum + value, 0) / drawn.length - exact
      return { cell, p: Math.abs(gap) < 1e-9 ? 1 : sd === 0 ? 0 : tail((gap / sd) * Math.sqrt(drawn.length)) }
    })
    .sort((a, b) => a.p - b.p || a.cell - b.cell)
  const firstKept = tests.findIndex(({ p }, at) => p > tail(4) / (tests.length - at))
  const rejected = firstKept === -1 ? tests : tests.slice(0, firstKept)
  return rejected.map(({ cell }) => cell).sort((a, b) => a - b)
}
