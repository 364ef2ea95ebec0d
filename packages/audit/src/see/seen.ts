import { byCodeUnit } from '@lawbook/base'
import type { AuditedSkill, AuditLibrary } from '../auditLibrary.ts'
import type { SeenReport } from '../report.ts'
import type { Profile } from './profiles.ts'

/** An entry of the listing: its characters without the description, and those of the description as far as it may go. */
type Entry = { readonly id: string; readonly frame: number; readonly whole: number; readonly allowed: number }

/**
 * What an agent is shown of each skill under a profile, in the profile's order. `chars` are the characters of a
 * description that are shown, `usedChars` those of the whole listing, frames and names included. Characters are UTF-16
 * code units. An empty description counts as shown in full.
 */
export function seen({ skills }: Pick<AuditLibrary, 'skills'>, profile: Profile): SeenReport {
  const entries = ordered(skills, profile).map((skill) => entryOf(skill, profile))
  const [kept, lengths] = shownOf(entries, profile)
  const { id, title, source, agentVersion, asOf, note } = profile
  return {
    profile: { id, title, source, agentVersion, asOf, note },
    budgetChars: profile.budgetChars,
    usedChars: entries.slice(0, kept).reduce((sum, { frame }, i) => sum + frame + lengths[i]!, 0),
    skills: entries.map((entry, i) => ({
      id: entry.id,
      shown: i >= kept ? 'nothing' : lengths[i]! === entry.whole ? 'full' : lengths[i]! === 0 ? 'name' : 'cut',
      chars: i >= kept ? 0 : lengths[i]!,
    })),
  }
}

function ordered(skills: readonly AuditedSkill[], { order }: Profile): readonly AuditedSkill[] {
  if (order === 'given') return skills
  const key = order === 'name' ? ({ name }: AuditedSkill) => name : ({ place }: AuditedSkill) => place.file ?? ''
  return [...skills].sort((a, b) => byCodeUnit(key(a), key(b)) || byCodeUnit(a.id, b.id))
}

function entryOf({ id, name, description, place }: AuditedSkill, profile: Profile): Entry {
  const path = profile.listsPath ? (place.file ?? '').length : 0
  const whole = description.length
  return {
    id,
    frame: name.length + path + profile.perSkillOverhead,
    whole,
    allowed: Math.min(whole, profile.perSkillChars ?? whole),
  }
}

/** How many entries of the order are listed, and how much of the description of each of them. */
function shownOf(entries: readonly Entry[], profile: Profile): readonly [number, readonly number[]] {
  const listed = entries.slice(0, profile.maxSkills ?? entries.length)
  const allowed = listed.map((entry) => entry.allowed)
  const budget = profile.budgetChars ?? Number.POSITIVE_INFINITY
  if (sum(listed.map(({ frame }) => frame)) + sum(allowed) <= budget) return [listed.length, allowed]
  if (profile.overflow === 'drop') {
    const kept = fitting(
      listed.map(({ frame, allowed }) => frame + allowed),
      budget,
    )
    return [kept, allowed.slice(0, kept)]
  }
  const frames = listed.map(({ frame }) => frame)
  if (profile.overflow === 'names-only') {
    const described = fitting(allowed, budget - sum(frames))
    return [listed.length, allowed.map((chars, i) => (i < described ? chars : 0))]
  }
  const kept = fitting(frames, budget)
  const most = profile.overflowPerSkillChars ?? Number.POSITIVE_INFINITY
  const left = budget - sum(frames.slice(0, kept))
  return [kept, evenly(allowed.slice(0, kept), left, most)]
}

/** How many of the first lengths fit together. */
function fitting(lengths: readonly number[], budget: number): number {
  let used = 0
  const over = lengths.findIndex((length) => (used += length) > budget)
  return over === -1 ? lengths.length : over
}

/** All lengths cut to the one greatest length, at most `most`, at which they fit together; 0 where none does. */
function evenly(lengths: readonly number[], budget: number, most: number): number[] {
  const cutTo = (limit: number): number[] => lengths.map((length) => Math.min(length, limit))
  let [low, high] = [0, Math.min(most, longest(lengths))]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (sum(cutTo(middle)) <= budget) low = middle
    else high = middle - 1
  }
  return cutTo(low)
}

const longest = (lengths: readonly number[]): number => lengths.reduce((most, length) => Math.max(most, length), 0)
const sum = (numbers: readonly number[]): number => numbers.reduce((total, x) => total + x, 0)
