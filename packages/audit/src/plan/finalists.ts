import type { Library } from '@lawbook/skills'
import type { Asked, Half, Trial } from './asked.ts'
import { adders, type Candidate } from './candidates.ts'
import { type Chosen, choose, type Round } from './choose.ts'
import { asRequest, type Base, type Contest, type Entries, entriesOf } from './contest.ts'
import { quickOnes, type RoutersAsked } from './routersAsked.ts'
import { helps } from './worth.ts'

/** A candidate that one half of the requests chose, or both did; `gain` is the larger of those that chose it. */
export type Finalist = Chosen & { readonly chosenBy: readonly Half[] }

/** Skills whose own requests go elsewhere most get words first. */
const mostAdded = 150
/** More than a plan holds: some will not help on the other half. */
const mostChosen = 15
/**
 * What a request counts for words taken from it, where its skill has no other one in the half: on the calibration half
 * of the shipped requests, words of one wording make .6 to .74 more of that wording right, and .01 to .025 more of the
 * other.
 */
const carried = 0.025

/**
 * What one half of the requests chooses: edits that need no request, and words of the requests of this half for the
 * skills that lose most of them. Those that help most, then, without gain, the others that shorten: also those whose gain is too small to tell (`helps`).
 */
export async function chosenBy(
  half: Half,
  short: readonly Candidate[],
  library: Library,
  { basis, requests }: Trial,
  asked: RoutersAsked,
): Promise<Chosen[]> {
  const { routers, bases } = quickOnes(asked)
  const own = requests.flatMap((request, i) => (request.half === half && request.right !== -1 ? [i] : []))
  const losing = new Set(losers(own, requests, bases).slice(0, mostAdded))
  const calibration = own.map((i) => requests[i]!).filter(({ right }) => losing.has(right))
  const judged = inBothQuarters(calibration)
  const added = basis === 'probes' ? [] : addersOf(library, short, calibration)
  const rounds: Round[] = []
  for (const [r, router] of routers.entries()) {
    const contest = (i: number): Contest => bases[r]!.contests[i]!
    const plain = await entriesOf(router, library, short, rowsOf(own, requests, contest))
    const shortened = new Map(own.map((i, k) => [i, plain[k]!]))
    for (const quarter of [0, 1] as const) {
      const numbers = own.filter((i) => requests[i]!.quarter === quarter)
      const tried = added.map(({ without }) => without[quarter])
      const rows = rowsOf(numbers, requests, contest)
      const entries = await entriesOf(router, library, tried, rows, short.length)
      rows.forEach((row, k) => {
        const ownWords = judged.has(row.request.right) ? 1 : carried
        rounds.push({ ...row, entries: joined(shortened.get(numbers[k]!)!, entries[k]!), ownWords })
      })
    }
  }
  const chosen = choose([...short, ...added.map(({ whole }) => whole)], rounds, {
    skills: library.skills.length,
    most: mostChosen,
  })
  const helpful = chosen.filter(
    ({ candidate, gain }) => candidate.kind === 'add' || helps({ value: gain, n: own.length }),
  )
  const taken = new Set(helpful.flatMap(({ candidate }) => candidate.taken))
  const rest = short.filter((candidate) => !candidate.taken.some((skill) => taken.has(skill)))
  return [...helpful, ...rest.map((candidate) => ({ candidate, gain: 0 }))]
}

const rowsOf = (numbers: readonly number[], requests: readonly Asked[], contest: (i: number) => Contest) =>
  numbers.map((i) => ({ request: requests[i]!, contest: contest(i) }))

const joined = (a: Entries, b: Entries): Entries => ({
  edits: [...a.edits, ...b.edits],
  scores: [...a.scores, ...b.scores],
})

/** Words for a skill, and for each quarter of the requests the same edit made without the words of that quarter. */
type Added = { readonly whole: Candidate; readonly without: Readonly<Record<Half, Candidate>> }

/**
 * Edits that add words. Where a skill has requests in both quarters its edit is chosen as it fares with words of the
 * one quarter on requests of the other.
 */
function addersOf(library: Library, short: readonly Candidate[], requests: readonly Asked[]): Added[] {
  const from = (rows: readonly Asked[]): Candidate[] => adders(library, short, rows.map(asRequest))
  const judged = inBothQuarters(requests)
  const without = ([0, 1] as const).map((quarter) => {
    const rows = requests.filter((request) => request.quarter !== quarter)
    return new Map(from(rows).map((candidate) => [candidate.taken[0]!, candidate]))
  }) as [Map<number, Candidate>, Map<number, Candidate>]
  return from(requests).map((whole) => {
    const skill = whole.taken[0]!
    const tried = (quarter: Half): Candidate =>
      judged.has(skill) ? (without[quarter].get(skill) ?? idle(whole)) : whole
    return { whole, without: { 0: tried(0), 1: tried(1) } }
  })
}

/** The same edit, changing nothing: the words of that quarter would add none. */
function idle({ edit, ...rest }: Candidate): Candidate {
  return { ...rest, edit: { ...edit, kind: 'rewrite', after: edit.before } }
}

/** Skills with requests in both quarters. */
function inBothQuarters(requests: readonly Asked[]): Set<number> {
  const [first, second] = [0, 1].map((quarter) => {
    return new Set(requests.filter((request) => request.quarter === quarter).map(({ right }) => right))
  }) as [Set<number>, Set<number>]
  return new Set([...first].filter((skill) => second.has(skill)))
}

/** Skills by how many of their requests go elsewhere, most first; none that loses nothing. */
function losers(own: readonly number[], requests: readonly Asked[], bases: readonly Base[]): number[] {
  const lost = new Map<number, number>()
  for (const i of own)
    for (const { fates } of bases) {
      const { right } = requests[i]!
      lost.set(right, (lost.get(right) ?? 0) + 1 - fates[i]!.right)
    }
  return [...lost]
    .filter(([, sum]) => sum > 0)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([skill]) => skill)
}

/** The edits of both halves; of several that take one skill the one with the largest gain. */
export function together(halves: readonly (readonly Chosen[])[]): Finalist[] {
  const all = new Map<Candidate['edit'], Finalist>()
  halves.forEach((chosen, half) => {
    for (const { candidate, gain } of chosen) {
      const known = all.get(candidate.edit)
      const by = [...(known?.chosenBy ?? []), half as Half]
      all.set(candidate.edit, { candidate, gain: Math.max(gain, known?.gain ?? 0), chosenBy: by })
    }
  })
  const taken = new Set<number>()
  return [...all.values()]
    .sort((a, b) => b.gain - a.gain)
    .filter(({ candidate }) => {
      const free = candidate.taken.every((skill) => !taken.has(skill))
      if (free) for (const skill of candidate.taken) taken.add(skill)
      return free
    })
}
