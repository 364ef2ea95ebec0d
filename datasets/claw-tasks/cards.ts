import { join } from 'node:path'
import { byCodeUnit, fail } from '@lawbook/base'
import { parseSkill, type Request, type Skill } from '@lawbook/skills'
import { parse } from 'yaml'
import { filesIn, root } from './folders.ts'

/** A skill whose body is a recipe for one turn of one task. `recipe`: `<layout>/<task folder>[/stage<K>]`. */
export type Card = { readonly skill: Skill; readonly recipe: string }

/** Every SKILL.md below skills/, in order of name. One that breaks a rule or names no recipe throws LB_SCHEMA. */
export async function readCards(): Promise<Card[]> {
  const files = await filesIn(join(root, 'skills'))
  return [...files].map(([name, bytes]) => {
    const text = new TextDecoder().decode(bytes)
    const folder = name.split('/')[0]!
    const source = { id: cardId(folder), package: 'lawbook-tasks', licence: 'MIT', folder }
    const { skill, warnings } = parseSkill(text, source)
    if (warnings.length > 0)
      fail('LB_SCHEMA', `skills/${name} breaks the rule ${warnings[0]!.rule}: ${warnings[0]!.detail}; mend it`)
    const front = parse(text.split(/^---$/m)[1] ?? '') as { readonly metadata?: { readonly recipe?: unknown } }
    const recipe = front.metadata?.recipe
    if (typeof recipe !== 'string')
      fail('LB_SCHEMA', `skills/${name} names no recipe; write metadata: { recipe: ... } in its front matter`)
    return { skill, recipe }
  })
}

/** The id of a card in a library. */
export const cardId = (name: string): string => `lawbook-tasks@0.1.0:skills/${name}/SKILL.md`

type Written = { readonly skill: string; readonly wording: Request['wording']; readonly text: string }

/** Requests about the cards, in order of skill and wording; each names its card by the skill's name. */
export function cardRequests(written: readonly Written[], cards: readonly Card[]): Request[] {
  const known = new Set(cards.map(({ skill }) => skill.name))
  const unknown = written.find(({ skill }) => !known.has(skill))
  if (unknown !== undefined)
    fail('LB_DANGLING', `requests.jsonl names the skill ${unknown.skill}; there is no skills/${unknown.skill}`)
  const requests = written.map(
    ({ skill, wording, text }): Request => ({
      ...{ id: `${skill}/${wording}`, skill: cardId(skill), wording, domain: 'tasks', abstract: false, text },
    }),
  )
  return requests.sort((a, b) => byCodeUnit(a.id, b.id))
}
