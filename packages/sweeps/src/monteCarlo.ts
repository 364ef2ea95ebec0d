import { fail, type StreamFactory } from '@lawbook/base'
import { normalCdf } from '@lawbook/estimators'
import { type Contenders, contenders } from './contenders.ts'
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
  const rivals = contenders(matrix)
  const drawn = new Uint8Array(skills)
  for (let draw = 0; draw < libraries; draw++) {
    const library = stream('library', size, draw).sample(skills, size)
    drawn.fill(0)
    for (const j of library) drawn[j] = 1
    const surplus = library[size - 1]!
    for (let i = 0; i < requests; i++) {
      const target = targets[i]!
      drawn[surplus] = 1
      const inside = drawn[target]!
      drawn[surplus] = inside
      // Whichever is shorter is gone through: those who could win, or those who are there.
      const few = rivals.starts[i + 1]! - rivals.starts[i]! < size
      const tied = few ? tiesDrawn(rivals, i, drawn) : tiesAmong(matrix, i, library, inside === 1 ? size : size - 1)
      if (tied < 0) wrong[draw]!++
      else if (ranks[i * skills + target] === unmatched) abstain[draw]!++
      else {
        right[draw]! += 1 / (1 + tied)
        wrong[draw]! += 1 - 1 / (1 + tied)
      }
    }
  }
  for (const sums of [right, wrong, abstain]) for (let draw = 0; draw < libraries; draw++) sums[draw]! /= requests
  return { size, right, wrong, abstain, decisions: size < 2 ? 0 : libraries * requests }
}

/** How many drawn skills tie with the right one of request i; -1 if one of them beats it. */
function tiesDrawn({ starts, ties, members }: Contenders, i: number, drawn: Uint8Array): number {
  const firstTie = ties[i]!
  for (let at = starts[i]!; at < firstTie; at++) if (drawn[members[at]!] === 1) return -1
  let tied = 0
  for (let at = firstTie; at < starts[i + 1]!; at++) tied += drawn[members[at]!]!
  return tied
}

/** The same, among the first so many of a library. */
function tiesAmong({ skills, ranks, targets }: RankMatrix, i: number, library: Int32Array, count: number): number {
  const row = i * skills
  const target = targets[i]!
  const rank = ranks[row + target]!
  let tied = 0
  for (let at = 0; at < count; at++) {
    const j = library[at]!
    const other = ranks[row + j]!
    if (other < rank) return -1
    if (other === rank && j !== target) tied++
  }
  return tied
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
