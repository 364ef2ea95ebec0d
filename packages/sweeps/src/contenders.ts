import { type RankMatrix, unmatched } from './ranks.ts'

/**
 * For each request the skills that can keep the right one from being chosen alone: those that beat it, then those that tie
 * with it. Those of request i are members[starts[i]] to members[starts[i + 1] - 1]; from ties[i] on they tie. If the
 * right skill is unmatched every matched skill beats it and none ties.
 */
export type Contenders = {
  readonly starts: Int32Array
  readonly ties: Int32Array
  readonly members: Uint16Array
}

/** The contenders of each row of a rank matrix. */
export function contenders({ requests, skills, ranks, targets }: RankMatrix): Contenders {
  const starts = new Int32Array(requests + 1)
  const ties = new Int32Array(requests)
  for (let i = 0; i < requests; i++) {
    const row = i * skills
    const right = ranks[row + targets[i]!]!
    let [beaten, tied] = [0, 0]
    for (let j = 0; j < skills; j++) {
      if (ranks[row + j]! < right) beaten++
      else if (ranks[row + j] === right && right !== unmatched) tied++
    }
    ties[i] = starts[i]! + beaten
    // The right skill was counted as tied with itself.
    starts[i + 1] = ties[i]! + Math.max(0, tied - 1)
  }
  const members = new Uint16Array(starts[requests]!)
  for (let i = 0; i < requests; i++) {
    const row = i * skills
    const right = ranks[row + targets[i]!]!
    let [beater, tie] = [starts[i]!, ties[i]!]
    for (let j = 0; j < skills; j++) {
      if (ranks[row + j]! < right) members[beater++] = j
      else if (ranks[row + j] === right && right !== unmatched && j !== targets[i]) members[tie++] = j
    }
  }
  return { starts, ties, members }
}
