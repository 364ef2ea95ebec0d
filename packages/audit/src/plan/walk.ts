import type { Library } from '@lawbook/skills'
import { pairedGain } from '../ask/paired.ts'
import type { Share } from '../report.ts'
import type { Asked } from './asked.ts'
import { type Applied, apply, chanceOf, unedited } from './chance.ts'
import type { Contest, Entries } from './contest.ts'
import { entriesOf } from './contest.ts'
import type { Finalist } from './finalists.ts'
import type { RoutersAsked } from './routersAsked.ts'
import { touchedBy } from './touched.ts'
import { earnsPlace } from './worth.ts'

/** A finalist with what it brings on requests that did not choose it, after those before it; null: nothing to tell. */
export type Measured = Finalist & { readonly measured: { readonly gain: Share; readonly p: number } | null }

/** For each request that some finalist can touch, what each router makes of it. */
export type Field = {
  readonly requests: readonly Asked[]
  readonly touched: ReadonlyMap<number, readonly { readonly contest: Contest; readonly entries: Entries }[]>
  readonly finalists: readonly Finalist[]
}

/** Ask all routers, fitted to the library with all finalists in place, what these can touch. */
export async function fieldOf(
  finalists: readonly Finalist[],
  requests: readonly Asked[],
  library: Library,
  asked: RoutersAsked,
): Promise<Field> {
  const candidates = finalists.map(({ candidate }) => candidate)
  const numbers = touchedBy(candidates, requests, asked).filter((i) => requests[i]!.right !== -1)
  const touched = new Map<number, { contest: Contest; entries: Entries }[]>(numbers.map((i) => [i, []]))
  for (const [r, router] of asked.routers.entries()) {
    const contests = numbers.map((i) => ({ request: requests[i]!, contest: asked.bases[r]!.contests[i]! }))
    const entries = await entriesOf(router, library, candidates, contests)
    for (const [k, i] of numbers.entries())
      touched.get(i)!.push({ contest: contests[k]!.contest, entries: entries[k]! })
  }
  return { requests, touched, finalists }
}

/** Where a plan walks: how many skills there are, how much the listing may grow, whether its characters are scarce. */
export type Ground = { readonly skills: number; readonly room: number; readonly scarce: boolean }

/**
 * Walk through finalists in their order, each on what those before it left, and keep those that earn their place
 * (`earnsPlace`) on the requests that did not choose them; the listing grows by `room` at most.
 */
export function walk(order: readonly Finalist[], field: Field, { skills, room, scarce }: Ground): Measured[] {
  const applied = unedited(skills)
  const kept: Measured[] = []
  let length = 0
  for (const finalist of order) {
    const { chars, taken } = finalist.candidate
    if (length + chars > room) continue
    const measured = measure(finalist, field, applied)
    if (!earnsPlace(finalist.candidate, measured?.gain ?? { value: 0, n: 0 }, scarce)) continue
    kept.push({ ...finalist, measured })
    length += chars
    apply(applied, taken, numberOf(finalist, field))
  }
  return kept
}

const numberOf = ({ candidate }: Finalist, { finalists }: Field): number =>
  finalists.findIndex((other) => other.candidate === candidate)

/** Null where no request that did not choose the edit is meant for its skills or changed by it. */
function measure(finalist: Finalist, field: Field, applied: Applied): Measured['measured'] {
  const { taken } = finalist.candidate
  const number = numberOf(finalist, field)
  const next = applied.slice()
  apply(next, taken, number)
  const [before, after, clusters]: [number[], number[], string[]] = [[], [], []]
  let tells = false
  field.requests.forEach(({ right, half, skill }, i) => {
    if (skill === null || !finalist.chosenBy.includes(half === 0 ? 1 : 0)) return
    // What no finalist touches is the same before and after, whatever its chance is.
    const [now, then] = field.touched.has(i) ? [meanChance(i, field, applied), meanChance(i, field, next)] : [0, 0]
    if (taken.includes(right) || now !== then) tells = true
    before.push(now)
    after.push(then)
    clusters.push(skill)
  })
  return tells ? pairedGain(before, after, clusters) : null
}

function meanChance(i: number, { requests, touched, finalists }: Field, applied: Applied): number {
  const takenBy = (edit: number): readonly number[] => finalists[edit]!.candidate.taken
  const rounds = touched.get(i)!
  const sum = rounds.reduce(
    (total, { contest, entries }) => total + chanceOf(contest, entries, requests[i]!.right, applied, takenBy),
    0,
  )
  return sum / Math.max(1, rounds.length)
}
