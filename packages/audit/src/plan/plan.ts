import type { PointwiseRouter } from '@lawbook/routers'
import type { Library, Request, Skill } from '@lawbook/skills'
import type { AuditedSkill, AuditLibrary, AuditRequest } from '../auditLibrary.ts'
import type { ConfusedReport, PlannedEdit, PlanReport, SeenReport } from '../report.ts'
import { type Trial, trialOf } from './asked.ts'
import { bothHalves } from './bothHalves.ts'
import { type Candidate, listingChars, shorteners } from './candidates.ts'
import type { Chosen } from './choose.ts'
import { type Base, baseOf } from './contest.ts'
import { chosenBy, type Finalist, together } from './finalists.ts'
import { notesOf } from './notes.ts'
import { excessOf, fitting, inOrder, roomOf } from './room.ts'
import type { RoutersAsked } from './routersAsked.ts'
import { fieldOf, type Measured, walk } from './walk.ts'

/** How many edits a plan holds, and how many are measured for it: some will bring nothing. */
const mostPlanned = 10
const planPlaces = { most: mostPlanned, filling: 0 }
const measuredPlaces = { most: 20, filling: mostPlanned }

/**
 * What to do first: at most ten edits, no two of one skill, in the order trim, merge, narrow, add. Each half of the
 * requests chooses the edits that help it most (`chosenBy`); each edit's gain is measured on requests that did not
 * choose it, after the edits before it, as the mean over routers of the exact change of the chance of being right. An
 * edit is planned if it makes half a request more right there, takes out a fault at no cost, or shortens a listing that
 * is beyond its budget (`earnsPlace`); the listing never grows beyond the budget. Without requests (null, or none for a
 * skill of the library) `probes` from bodies stand in, and no words are added.
 */
export async function planOf(options: {
  readonly library: AuditLibrary
  readonly seen: SeenReport
  readonly confused: ConfusedReport
  readonly requests: readonly AuditRequest[] | null
  readonly probes: readonly Request[]
  readonly routers: readonly PointwiseRouter[]
}): Promise<PlanReport> {
  const { library: audited, seen, confused, routers } = options
  const library: Library = { skills: audited.skills.map(plain) }
  const trial = trialOf(library, options.requests, options.probes, confused)
  const bases: Base[] = []
  for (const router of routers) bases.push(await baseOf(router, library, trial.requests))
  const asked = { routers, bases }
  const excess = excessOf(audited, seen)
  const want = { room: roomOf(excess), beyond: (excess ?? 0) > 0, fills: fillsOf(trial, (excess ?? 0) > 0) }
  const found = shorteners(library, (at) => audited.skills[at]!.raw !== '')
  const short = want.beyond ? bySaving(found) : byNeed(found, library, confused)
  const halves = []
  for (const half of [0, 1] as const) halves.push(await chosenBy(half, short, library, trial, asked))
  const kept = await measured(halves, library, trial, asked, want)
  const plans = halves.map((chosen) => fitting(chosen, { ...planPlaces, ...want }))
  const edits = kept.map((finalist) => planned(finalist, audited, trial))
  const proven = edits.some(({ gain }) => gain !== null)
  const before = listingChars(library.skills)
  return {
    edits,
    together: proven ? await bothHalves(plans, trial.requests, library, asked) : null,
    charsBefore: before,
    charsAfter: edits.reduce((sum, { chars }) => sum + chars, before),
    notes: notesOf({ library: audited, seen, excess, trial, routers, edits }),
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

/** Merges first, then those that save most. */
const bySaving = (short: readonly Candidate[]): Candidate[] =>
  [...short].sort((a, b) => Number(b.kind === 'merge') - Number(a.kind === 'merge') || a.chars - b.chars)

/** What a plan wants of edits: room, whether the listing is beyond its budget, and which have a place without gain. */
type Want = { readonly room: number; readonly beyond: boolean; fills(edit: Chosen): boolean }

/**
 * Which edits without a known gain are worth a place: any that shortens a listing that does not fit; merges of skills
 * that do the same work; clauses about other skills out where no request of a user can tell.
 */
function fillsOf({ basis, requests }: Trial, beyond: boolean): (edit: Chosen) => boolean {
  const asked = new Set(basis === 'probes' ? [] : requests.map(({ right }) => right))
  return ({ candidate: { kind, taken } }) =>
    beyond || kind === 'merge' || (kind === 'narrow' && !taken.some((at) => asked.has(at)))
}

async function measured(
  halves: readonly (readonly Chosen[])[],
  library: Library,
  { requests }: Trial,
  asked: RoutersAsked,
  want: Want,
): Promise<Measured[]> {
  const { room, beyond } = want
  const fitted = fitting<Finalist>(together(halves), { ...measuredPlaces, ...want })
  const field = await fieldOf(fitted, requests, library, asked)
  const wished = fitted.reduce((sum, { candidate: { chars } }) => sum + Math.max(0, chars), 0)
  const ground = { skills: library.skills.length, room, scarce: beyond || wished > room }
  const kept = walk(inOrder(fitted, beyond), field, ground)
  if (kept.length <= mostPlanned) return kept
  return walk(inOrder(fitting<Measured>(kept, { ...planPlaces, ...want }), beyond), field, ground)
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
