import type { PointwiseRouter } from '@lawbook/routers'
import type { Library, Skill } from '@lawbook/skills'
import type { AuditedSkill, AuditLibrary, AuditRequest } from '../auditLibrary.ts'
import type { ConfusedReport, PlannedEdit, PlanReport, SeenReport } from '../report.ts'
import { type Trial, trialOf } from './asked.ts'
import { bothHalves } from './bothHalves.ts'
import { type Candidate, listingChars, shorteners } from './candidates.ts'
import type { Chosen } from './choose.ts'
import { type Base, baseOf } from './contest.ts'
import { chosenBy, type Finalist, together } from './finalists.ts'
import { notesOf } from './notes.ts'
import { fitting, inOrder, roomOf } from './room.ts'
import type { RoutersAsked } from './routersAsked.ts'
import { fieldOf, type Measured, walk } from './walk.ts'

/** How many edits a plan holds, and how many are measured for it: some will bring nothing. */
const [mostPlanned, mostMeasured] = [10, 20]

/**
 * What to do first: at most ten edits, no two of one skill, in the order trim, merge, narrow, add. Each half of the
 * requests chooses the edits that help it most (`chosenBy`); each edit's gain is measured on requests that did not
 * choose it, after the edits before it, as the mean over routers of the exact change of the chance of being right. An
 * edit with a negative gain there is left out, and so is one that lengthens the listing and brings nothing; the listing
 * never grows beyond the profile's budget. Without requests (null, or none for a skill of the library) probes from
 * bodies stand in, and no words are added.
 */
export async function planOf(options: {
  readonly library: AuditLibrary
  readonly seen: SeenReport
  readonly confused: ConfusedReport
  readonly requests: readonly AuditRequest[] | null
  readonly routers: readonly PointwiseRouter[]
}): Promise<PlanReport> {
  const { library: audited, seen, confused, routers } = options
  const library: Library = { skills: audited.skills.map(plain) }
  const trial = trialOf(library, options.requests, confused)
  const bases: Base[] = []
  for (const router of routers) bases.push(await baseOf(router, library, trial.requests))
  const asked = { routers, bases }
  const room = roomOf(audited, seen)
  const short = byNeed(
    shorteners(library, (at) => audited.skills[at]!.raw !== ''),
    library,
    confused,
  )
  const halves = []
  for (const half of [0, 1] as const) halves.push(await chosenBy(half, short, library, trial, asked))
  const fills = fillsOf(trial, { beyond: isBeyond(seen) })
  const kept = await measured(halves, library, trial, asked, { room, fills })
  const plans = halves.map((chosen) => fitting(chosen, { most: mostPlanned, room, fills }))
  const edits = kept.map((finalist) => planned(finalist, audited, trial))
  const proven = edits.some(({ gain }) => gain !== null)
  const before = listingChars(library.skills)
  return {
    edits,
    together: proven ? await bothHalves(plans, trial.requests, library, asked) : null,
    charsBefore: before,
    charsAfter: edits.reduce((sum, { chars }) => sum + chars, before),
    notes: notesOf({ library: audited, seen, room, trial, routers, edits }),
  }
}

const plain = ({ id, name, description, body, package: from, licence, tags }: AuditedSkill): Skill => ({
  ...{ id, name, description, body, package: from, licence, tags },
})

/** Merges first, then edits of the skills that are confused most, then those that save most. */
function byNeed(short: readonly Candidate[], { skills }: Library, { pairs }: ConfusedReport): Candidate[] {
  const rank = new Map<string, number>()
  for (const { a, b } of pairs) for (const id of [a, b]) if (!rank.has(id)) rank.set(id, rank.size)
  const needOf = ({ kind, taken }: Candidate): number =>
    kind === 'merge' ? -1 : Math.min(...taken.map((at) => rank.get(skills[at]!.id) ?? rank.size))
  return [...short].sort((a, b) => needOf(a) - needOf(b) || a.chars - b.chars)
}

/**
 * Which edits without a known gain are worth a place: any that shortens a listing that does not fit; merges of skills
 * that do the same work; clauses about other skills out where no request can tell.
 */
function fillsOf({ requests }: Trial, { beyond }: { readonly beyond: boolean }): (edit: Chosen) => boolean {
  const asked = new Set(requests.map(({ right }) => right))
  return ({ candidate: { kind, taken } }) =>
    beyond || kind === 'merge' || (kind === 'narrow' && !taken.some((at) => asked.has(at)))
}

const isBeyond = ({ budgetChars, skills }: SeenReport): boolean =>
  budgetChars !== null && skills.some(({ shown }) => shown !== 'full')

async function measured(
  halves: readonly (readonly Chosen[])[],
  library: Library,
  { requests }: Trial,
  asked: RoutersAsked,
  { room, fills }: { readonly room: number; fills(edit: Chosen): boolean },
): Promise<Measured[]> {
  const fitted = fitting<Finalist>(together(halves), { most: mostMeasured, room, fills })
  const field = await fieldOf(fitted, requests, library, asked)
  const steps = { skills: library.skills.length, room }
  const kept = walk(inOrder(fitted), field, steps)
  if (kept.length <= mostPlanned) return kept
  return walk(inOrder(fitting<Measured>(kept, { most: mostPlanned, room, fills })), field, steps)
}

function planned({ candidate, measured }: Measured, { skills }: AuditLibrary, { basis }: Trial): PlannedEdit {
  const { edit, chars, taken } = candidate
  const proven = basis === 'requests' ? 'held-out requests' : 'probes'
  return {
    edit,
    gain: measured?.gain ?? null,
    p: measured?.p ?? null,
    chars,
    evidence: measured === null ? 'lexical only' : proven,
    place: skills[taken[0]!]!.place,
  }
}
