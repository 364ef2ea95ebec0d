import { releasedReading } from '@lawbook/audit'
import { byCodeUnit } from '@lawbook/base'
import type { Library, Skill } from '@lawbook/skills'

/** A task as the gate sees it. */
export type Gated = { readonly id: string; readonly text: string }

/** Indices into the library that pass, at most `limit`. */
export type Gate = (task: Gated) => Int32Array

/**
 * The gate of the authors' released runtime (auto_skill_manager, runtime/context.py, `select_skills` in the mode
 * `domain-gated`), formula for formula: 4 points a word that the instruction or the task's id shares with the name, 2 with the
 * tags, 1.5 with the anchors, 1 with the description, .5 with the family; 3 if the id's prefix is a word of the family and 6 if
 * the id is a word of name or tags. Skills of 0 points do not pass; the best `limit` do, equal ones by name from the end of the
 * alphabet. What is left out are its hand-written word lists for six prefixes of one benchmark: they are about the very tasks
 * that are tested. Anchors and families are read from the listing, as in the judged reading of the authors' four steps.
 */
export function releasedGate({ skills }: Library, limit: number): Gate {
  const cards = skills.map(cardOf)
  return ({ id, text }) => {
    const task = id.toLowerCase()
    const asked = new Set([...wordsOf(text), ...wordsOf(task)])
    const prefix = task.split('-', 1)[0]!
    const scored = cards.flatMap((card, place) => {
      const score = scoreOf(card, asked, task, prefix)
      return score > 0 ? [{ place, score, name: skills[place]!.name }] : []
    })
    scored.sort((a, b) => b.score - a.score || byCodeUnit(b.name, a.name))
    return Int32Array.from(scored.slice(0, limit), ({ place }) => place)
  }
}

type Card = Readonly<Record<'name' | 'tags' | 'anchors' | 'description' | 'family', ReadonlySet<string>>>

function cardOf(skill: Skill): Card {
  const { verbs, objects, constraints } = releasedReading.anchors(skill)
  return {
    name: wordsOf(skill.name),
    tags: wordsOf(skill.tags.join(' ')),
    anchors: wordsOf([...verbs, ...objects, ...constraints].join(' ')),
    description: wordsOf(skill.description),
    family: wordsOf(releasedReading.family(skill)),
  }
}

function scoreOf(card: Card, asked: ReadonlySet<string>, task: string, prefix: string): number {
  const hits = (words: ReadonlySet<string>): number => {
    let n = 0
    for (const word of words) if (asked.has(word)) n++
    return n
  }
  const words = 4 * hits(card.name) + 2 * hits(card.tags) + 1.5 * hits(card.anchors)
  const rest = hits(card.description) + 0.5 * hits(card.family)
  const named = card.tags.has(task) || card.name.has(task) ? 6 : 0
  return words + rest + (prefix !== '' && card.family.has(prefix) ? 3 : 0) + named
}

/** Runs of two or more of the characters that the released tokenizer keeps, in lower case. */
function wordsOf(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[a-z0-9_./+-]+/g) ?? []).filter((word) => word.length >= 2))
}
