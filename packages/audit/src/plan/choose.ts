import { byCodeUnit, round10 } from '@lawbook/base'
import type { Asked } from './asked.ts'
import type { Candidate } from './candidates.ts'
import { type Applied, apply, chanceOf, unedited } from './chance.ts'
import type { Contest, Entries } from './contest.ts'

/** What one router makes of one request: in the library as it is, and what edited entries score. */
export type Round = {
  readonly request: Asked
  readonly contest: Contest
  readonly entries: Entries
  /** How much it counts what words added to the right skill bring: less than 1 where they are the request's own. */
  readonly ownWords: number
}

/** A candidate with the gain that chose it, in share of the requests of its half. */
export type Chosen = { readonly candidate: Candidate; readonly gain: number }

/**
 * The candidates that help most, by greed: the one that helps most, then the one that helps most beside it, and so on,
 * at most `most`, while there is a gain. No two of one skill. Gains are changes of the exact chance of being right,
 * over `rounds`: one a router and request, of requests that a skill is meant for.
 */
export function choose(
  candidates: readonly Candidate[],
  rounds: readonly Round[],
  { skills, most }: { readonly skills: number; readonly most: number },
): Chosen[] {
  const applied = unedited(skills)
  const concerned = concernedBy(candidates, rounds)
  const gains = candidates.map((_, i) => gainOf(i, candidates, concerned[i]!, applied))
  const open = new Set(candidates.keys())
  const chosen: Chosen[] = []
  while (chosen.length < most) {
    const best = helpsMost(open, gains, candidates)
    if (best === null) break
    chosen.push({ candidate: candidates[best]!, gain: round10(gains[best]! / Math.max(1, rounds.length)) })
    const { taken } = candidates[best]!
    for (const i of open) if (candidates[i]!.taken.some((skill) => taken.includes(skill))) open.delete(i)
    const changed = new Set(concerned[best])
    const shared = [...open].map((i) => ({ i, rounds: concerned[i]!.filter((round) => changed.has(round)) }))
    for (const { i, rounds } of shared) gains[i]! -= gainOf(i, candidates, rounds, applied)
    apply(applied, taken, best)
    for (const { i, rounds } of shared) gains[i] = round10(gains[i]! + gainOf(i, candidates, rounds, applied))
  }
  return chosen
}

/** The number of the candidate with the largest gain; null where none has any. */
function helpsMost(open: Iterable<number>, gains: readonly number[], candidates: readonly Candidate[]): number | null {
  let best: number | null = null
  for (const i of open) {
    if (gains[i]! <= 0 || (best !== null && gains[i]! < gains[best]!)) continue
    if (best === null || gains[i]! > gains[best]! || before(candidates[i]!, candidates[best]!)) best = i
  }
  return best
}

/** Of equally helpful edits the one that saves more characters goes first. */
const before = (a: Candidate, b: Candidate): boolean =>
  (a.chars - b.chars || byCodeUnit(a.edit.before.id, b.edit.before.id)) < 0

/** The rounds that each candidate can change: its skill is right or among the first, or its new entry comes close. */
function concernedBy(candidates: readonly Candidate[], rounds: readonly Round[]): Round[][] {
  const bySkill = new Map<number, number[]>()
  candidates.forEach(({ taken }, i) => {
    for (const skill of taken) bySkill.set(skill, [...(bySkill.get(skill) ?? []), i])
  })
  const concerned: Round[][] = candidates.map(() => [])
  for (const round of rounds) {
    const { request, contest, entries } = round
    const first = contest.at.filter((_, k) => contest.scores[k] === contest.scores[0])
    const found = new Set([request.right, ...first].flatMap((skill) => bySkill.get(skill) ?? []))
    for (const edit of entries.edits) found.add(edit)
    for (const i of found) concerned[i]!.push(round)
  }
  return concerned
}

function gainOf(i: number, candidates: readonly Candidate[], rounds: readonly Round[], applied: Applied): number {
  const { taken, kind } = candidates[i]!
  const takenBy = (edit: number): readonly number[] => candidates[edit]!.taken
  let sum = 0
  for (const { request, contest, entries, ownWords } of rounds) {
    const weight = kind === 'add' && taken.includes(request.right) ? ownWords : 1
    const now = chanceOf(contest, entries, request.right, applied, takenBy)
    apply(applied, taken, i)
    sum += weight * (chanceOf(contest, entries, request.right, applied, takenBy) - now)
    apply(applied, taken, -1)
  }
  return round10(sum)
}
