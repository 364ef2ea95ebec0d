import type { Skill } from '@lawbook/skills'
import { actionsIn } from './actions.ts'

/** What ties a skill to its requests: distinct words and phrases, in the order in which they are found. */
export type Anchors = {
  readonly verbs: readonly string[]
  readonly objects: readonly string[]
  readonly constraints: readonly string[]
  readonly examples: readonly string[]
}

/** The anchors of a skill that states none. A bare SKILL.md has no field for them, so the released code sees these. */
export const noAnchors = (): Anchors => ({ verbs: [], objects: [], constraints: [], examples: [] })

/** Words that limit what a skill is for, and those that name what it is not for. */
const limiting = /\b(?:only|never|not|don't|must|requires?|required|without|unless|except|excludes?|excluding|avoid)\b/i
const pointingAway = /\b(?:never|not|don't|unless|except|excludes?|excluding|avoid|instead)\b/i

/**
 * Anchors as they stand in a description. The released code does not recognise anchors: the library's maker writes them
 * beside each skill, which a SKILL.md cannot hold. This reading is ours and stands in for that hand: **examples** are
 * quoted phrases of two words or more; **constraints** are clauses with a limiting word (only, not, must, without ...);
 * **verbs** are action verbs that open a phrase, in their base form; **objects** are the last two words of each
 * phrase that such a verb governs, lists included. Clauses that say what a skill is not for give no verbs or objects.
 */
export function readAnchors({ description }: Pick<Skill, 'description'>): Anchors {
  const quoted = /["“]([^"“”]+)["”]|(?<![\p{L}\p{N}])['‘]([^'‘’]+)['’](?![\p{L}\p{N}])/gu
  const examples = [...description.matchAll(quoted)].map((match) => (match[1] ?? match[2]!).trim())
  const clauses = clausesOf(description.replace(quoted, ' , '))
  const actions = clauses.filter((clause) => !pointingAway.test(straight(clause))).map(actionsIn)
  return {
    verbs: distinct(actions.flatMap(({ verbs }) => verbs)),
    objects: distinct(actions.flatMap(({ objects }) => objects)),
    constraints: distinct(clauses.filter((clause) => limiting.test(straight(clause)))),
    examples: distinct(examples.filter((example) => /\s/.test(example))),
  }
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]
const straight = (text: string): string => text.replace(/’/g, "'")

/** The pieces between sentence ends, colons, semicolons, brackets and dashes. */
function clausesOf(text: string): string[] {
  return text
    .split(/[.!?:]+(?:\s+|$)|[;()[\]{}\n→|]+|\s+[-–—]+\s+|—/)
    .map((clause) => clause.replace(/^[\s,]+|[\s,]+$/g, '').replace(/\s+/g, ' '))
    .filter((clause) => clause !== '')
}
