import type { Library, Request, Skill } from '@lawbook/skills'

/**
 * One change of a library, with its reason and everything that is needed to take it back. Nothing is deleted without a
 * record: `before` holds what was there.
 */
export type Edit = {
  /** The id of the step that made it. */
  readonly step: string
  /** Lower-case, one sentence, with the numbers that decided. */
  readonly reason: string
} & (
  | { readonly kind: 'rewrite'; readonly before: Skill; readonly after: Skill }
  | { readonly kind: 'remove'; readonly before: Skill }
  | {
      readonly kind: 'merge'
      /** The skill that goes. */
      readonly before: Skill
      /** The skill that stays, as it was and as it is now. */
      readonly intoBefore: Skill
      readonly after: Skill
      /** Whether the one that stays answers what was asked of the one that goes (`sameWork`). */
      readonly serves: boolean
    }
  | { readonly kind: 'split'; readonly before: Skill; readonly parts: readonly Skill[] }
)

/** A library after a step, and what the step did, in order. */
export type Edited = { readonly library: Library; readonly edits: readonly Edit[] }

/**
 * A pure function from a library to an edited one. `calibration` are the requests that the step may read: those of
 * skills whose users are known, in one wording; a step that needs none ignores them.
 */
export type LibraryStep = {
  readonly id: string
  readonly title: string
  /** The publication or code that the rule comes from. */
  readonly source: string
  edit(library: Library, calibration: readonly Request[]): Edited
}
