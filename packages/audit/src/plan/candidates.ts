import type { Library, Request, Skill } from '@lawbook/skills'
import { applyEdits } from '../edit/apply.ts'
import type { Edit } from '../edit/edit.ts'
import { anchoring, boundary, merging, trimming } from '../steps/index.ts'
import { savesEnough } from './worth.ts'

/** What an edit does to a listing, in the order in which a plan is carried out: words are only added at the end. */
export const kinds = ['trim', 'merge', 'narrow', 'add'] as const
export type Kind = (typeof kinds)[number]

/** An edit that may be planned: of one skill, or of a pair that becomes one. */
export type Candidate = {
  readonly edit: Extract<Edit, { kind: 'rewrite' | 'merge' }>
  readonly kind: Kind
  /** Indices of the skills whose entries it replaces. */
  readonly taken: readonly number[]
  /** Change of the listing in characters: names and descriptions. */
  readonly chars: number
}

type Listed = Pick<Skill, 'name' | 'description'>
export const listingChars = (skills: readonly Listed[]): number =>
  skills.reduce((sum, { name, description }) => sum + name.length + description.length, 0)

/**
 * Edits that need no request, at most one a skill: skills that do the same work merged (where they are files: a tool is
 * code that no edit of a list can merge), else shared openings, if that saves enough, and clauses about other skills
 * taken out.
 */
export function shorteners(library: Library, isFile: (skill: number) => boolean): Candidate[] {
  const taken = new Set<number>()
  const index = indexOf(library)
  const merged: Candidate[] = []
  for (const edit of merging().edit(library, []).edits) {
    const candidate = mergeOf(edit, library, index)
    if (candidate === null || candidate.taken.some((at) => taken.has(at) || !isFile(at))) continue
    merged.push(candidate)
    for (const at of candidate.taken) taken.add(at)
  }
  const short = shortened(library)
  return [...merged, ...library.skills.flatMap((_, at) => (taken.has(at) ? [] : (short.get(at) ?? [])))]
}

/** Only skills as they were found: one that another has become part of waits for the next audit. */
function mergeOf(edit: Edit, { skills }: Library, index: ReadonlyMap<string, number>): Candidate | null {
  if (edit.kind !== 'merge' || !edit.serves) return null
  const taken = [index.get(edit.before.id)!, index.get(edit.intoBefore.id)!]
  const [gone, into] = taken.map((at) => skills[at]!) as [Skill, Skill]
  if (into.description !== edit.intoBefore.description) return null
  return { edit, kind: 'merge', taken, chars: listingChars([edit.after]) - listingChars([gone, into]) }
}

/** Trimming where it saves enough, then narrowing, as one rewriting a skill, by its index. */
function shortened(library: Library): Map<number, Candidate> {
  const trims = trimming()
    .edit(library, [])
    .edits.filter((edit) => edit.kind === 'rewrite' && savesEnough(edit.before.description, edit.after.description))
  const narrows = boundary().edit(applyEdits(library, trims), []).edits
  const index = indexOf(library)
  const found = new Map<number, Candidate>()
  for (const [edits, kind] of [
    [trims, 'trim'],
    [narrows, 'narrow'],
  ] as const)
    for (const edit of edits) {
      const at = index.get(edit.before.id)!
      found.set(at, rewriting(library, at, found.get(at), edit, kind))
    }
  return found
}

/**
 * Words of requests added to the skills that they are meant for, after the shortening, at most one edit a skill. The
 * requests are the ones that choose.
 */
export function adders(library: Library, short: readonly Candidate[], requests: readonly Request[]): Candidate[] {
  const index = indexOf(library)
  const rewritten = new Map(
    short.flatMap((candidate) => (candidate.kind === 'merge' ? [] : [[candidate.taken[0]!, candidate]])),
  )
  const merged = new Set(short.flatMap(({ kind, taken }) => (kind === 'merge' ? taken : [])))
  const skills = library.skills.map((skill, at) => rewritten.get(at)?.edit.after ?? skill)
  return anchoring()
    .edit({ skills }, requests)
    .edits.map((edit) => [index.get(edit.before.id)!, edit] as const)
    .filter(([at]) => !merged.has(at))
    .map(([at, edit]) => rewriting(library, at, rewritten.get(at), edit, 'add'))
}

/** One more rewriting of a skill as one with those before it. */
function rewriting({ skills }: Library, at: number, earlier: Candidate | undefined, edit: Edit, kind: Kind): Candidate {
  const before = skills[at]!
  const { after } = edit as Extract<Edit, { kind: 'rewrite' }>
  const parts = earlier === undefined ? [edit] : [earlier.edit, edit]
  const chars = after.description.length - before.description.length
  return {
    edit: {
      kind: 'rewrite',
      step: parts.map(({ step }) => step).join(' + '),
      reason: parts.map(({ reason }) => reason).join('; '),
      ...{ before, after },
    },
    ...{ kind, taken: [at], chars },
  }
}

const indexOf = ({ skills }: Library): Map<string, number> => new Map(skills.map(({ id }, i) => [id, i]))
