/** One skill: what a SKILL.md says, and where it came from. `id` is `package@version:path`. */
export type Skill = {
  readonly id: string
  readonly name: string
  readonly description: string
  /** The text below the front matter. Never shown, never committed. */
  readonly body: string
  readonly package: string
  readonly licence: string
  /** Values of the front matter's `tags` and `category`, where there are any. */
  readonly tags: readonly string[]
}

/** A set of skills. Its size is N. Ids are unique and sorted by code unit. */
export type Library = { readonly skills: readonly Skill[] }

/** What a user asks: a need that one skill, the right one, answers. */
export type Request = {
  readonly id: string
  /** The id of the right skill. */
  readonly skill: string
  /** `direct`: one sentence stating the need. `situated`: told from inside a situation, in other words. */
  readonly wording: 'direct' | 'situated'
  /** One of 14 labels given by the request's writer. */
  readonly domain: string
  /** The writer found the skill so general that it could claim requests meant for many others. */
  readonly abstract: boolean
  readonly text: string
}
