import type { Request, Skill } from '@lawbook/skills'
import type { LibraryReport, Place } from './report.ts'

/** A skill as it was found, with where it was found. */
export type AuditedSkill = Skill & {
  readonly place: Place
  /** The text of the file; '' where the skill is no file of its own (a tool in a list). */
  readonly raw: string
}

/** A library as it was found: skills sorted by id, exact copies once. */
export type AuditLibrary = {
  readonly source: string
  /** The folder on this machine that `place.file` is relative to; absent where nothing stays on the disk. Never reported. */
  readonly folder?: string
  readonly format: LibraryReport['format']
  readonly skills: readonly AuditedSkill[]
  readonly copies: LibraryReport['copies']
  readonly problems: LibraryReport['problems']
  /** Departures of a skill from its format (`parseSkill`), by id. */
  readonly warnings: readonly { readonly id: string; readonly rule: string; readonly detail: string }[]
}

/** A request of the user's: what was asked, which skill is right (null: none of them), which others would do. */
export type AuditRequest = Pick<Request, 'id' | 'text'> & {
  readonly skill: string | null
  readonly acceptable: readonly string[]
}

/** A decision that an agent has made already. */
export type AgentPick = {
  readonly id: string
  readonly text: string
  /** Ids of the skills that were offered; null: the whole library. */
  readonly offered: readonly string[] | null
  /** The id of the skill that was picked; null: none. */
  readonly picked: string | null
  /** The id of the right one; null: none is right; undefined: not known. */
  readonly expected?: string | null
}
