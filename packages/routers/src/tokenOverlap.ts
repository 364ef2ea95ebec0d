import { buildPostings, countTerms, type Skill, words } from '@lawbook/skills'
import { defineRouter } from './router.ts'
import { scorePostings } from './scorePostings.ts'

/** Distinct words: neither stemmed nor stopped, as in the score that this router copies. */
function distinct(text: string): string[] {
  return [...new Set(words(text))]
}

/** The words of a skill, each repeated as often as its points: 4 if in the name, 2 in the tags, 1 in the description. */
function points(skill: Skill): string[] {
  const fields = [skill.name, skill.name, skill.name, skill.name, skill.tags.join(' '), skill.tags.join(' ')]
  return [...fields, skill.description].flatMap(distinct)
}

/**
 * The score by which the runtime of the skill-scaling paper's authors narrows a library before a model chooses:
 * 4 · name + 2 · tag + 1.5 · anchor + 1 · description + 0.5 · family, each the number of distinct words that the field
 * shares with the request. SKILL.md has a name, a description and sometimes tags; it has no anchors and no family, and
 * requests carry no task prefix or task id, so those terms are absent. Whole numbers: ties are common.
 */
export const tokenOverlap = defineRouter({
  id: 'token-overlap',
  title: 'Token overlap (authors’ runtime)',
  short: 'token overlap',
  kin: 'overlap',
  kind: 'pointwise',
  cost: 'fast',
  source: 'auto_skill_manager, the released runtime of the skill-scaling paper: its gating score',
  build(library) {
    const postings = buildPostings(library.skills.map(points), ({ count }) => count)
    return { score: (request) => scorePostings(postings, countTerms(distinct(request.text))) }
  },
})
