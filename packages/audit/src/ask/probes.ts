import { byCodeUnit } from '@lawbook/base'
import { countTerms, namesSkill, type Request, type Skill, tokens, words } from '@lawbook/skills'
import { sentencesOf, wordCount } from './sentences.ts'

const probesEach = 3
/** Two sentences have as many words as a written request, 27 on average. */
const sentencesEach = 2
/** What is left of a sentence without the skill's name. */
const shortest = 5

/**
 * Requests made from bodies, for libraries that come without requests: for each skill up to three, of two sentences of
 * its body each, the most telling first. A sentence tells sum of (1 + ln count in the body) · idf over its distinct
 * words, divided by ln(2 + its place in the body); idf is over bodies. Words of the skill's own name and description
 * tell nothing here, so that the text under test does not choose its probes; where a chosen sentence has such words it
 * keeps them. The name is cut out, and a sentence that gives it away all the same is not used. A body without such a
 * sentence gives none. In the order of the skills.
 *
 * On the calibration half of the shipped library, on which this form was chosen, probes miss the accuracy of the written
 * requests (mean of both wordings) by .03 on average over four routers and libraries of 10 to 1,000. Without the words
 * of the description they hardly ever find their skill: .02 to .14 of the time in libraries of ten.
 */
export function probesFromBodies({ skills }: { readonly skills: readonly Skill[] }): Request[] {
  const bodies = skills.map(sentencesWithoutName)
  const idf = idfOf(bodies)
  return skills.flatMap((skill, i) => probesOf(skill, bodies[i]!, idf))
}

type Sentence = { readonly text: string; readonly terms: readonly string[] }

function probesOf(skill: Skill, sentences: readonly Sentence[], idf: (term: string) => number): Request[] {
  const telling = tellingIn(skill, sentences, idf)
  const chosen = sentences
    .map(({ text, terms }, place) => ({ text, score: telling(terms) / Math.log(2 + place) }))
    .sort((a, b) => b.score - a.score || byCodeUnit(a.text, b.text))
    .slice(0, probesEach * sentencesEach)
  const probes: Request[] = []
  for (let at = 0; at < chosen.length; at += sentencesEach) {
    const texts = chosen.slice(at, at + sentencesEach).map(({ text }) => text)
    if (at === 0 || texts.length === sentencesEach) probes.push(probe(skill.id, probes.length + 1, texts.join(' ')))
  }
  return probes
}

const probe = (skill: string, k: number, text: string): Request => ({
  id: `${skill}#probe-${k}`,
  ...{ skill, wording: 'direct', domain: '', abstract: false, text },
})

/** How much the words of a sentence tell about its body. */
function tellingIn(
  { name, description }: Skill,
  sentences: readonly Sentence[],
  idf: (term: string) => number,
): (terms: readonly string[]) => number {
  const own = new Set(tokens(`${name} ${description}`))
  const counts = countTerms(sentences.flatMap(({ terms }) => terms))
  return (terms) => {
    let sum = 0
    for (const term of new Set(terms)) if (!own.has(term)) sum += (1 + Math.log(counts.get(term)!)) * idf(term)
    return sum
  }
}

/** The sentences of a body with the words of the skill's name cut out as a whole, however they are joined. */
function sentencesWithoutName({ name, body }: Skill): Sentence[] {
  const parts = words(name)
  const whole = new RegExp(`(?<![a-z0-9])${parts.join('[-_\\s./:]*')}(?![a-z0-9])`, 'gi')
  return sentencesOf(body)
    .flatMap((text) => {
      const rest = parts.length === 0 ? text : text.replace(whole, ' ').replace(/\s+/g, ' ').trim()
      return rest === text || wordCount(rest) >= shortest ? [rest] : []
    })
    .filter((text) => !namesSkill(text, name))
    .map((text) => ({ text, terms: tokens(text) }))
}

/** ln((n + 1) / (df + 1)) + 1 over bodies. */
function idfOf(bodies: readonly (readonly Sentence[])[]): (term: string) => number {
  const frequency = countTerms(bodies.flatMap((body) => [...new Set(body.flatMap(({ terms }) => terms))]))
  return (term) => Math.log((bodies.length + 1) / ((frequency.get(term) ?? 0) + 1)) + 1
}
