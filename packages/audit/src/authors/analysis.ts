import type { Library } from '@lawbook/skills'
import { type Described, describe } from './described.ts'
import { mostAtRisk } from './mostAtRisk.ts'
import { type PairCard, pairCard } from './pairCard.ts'
import { beta } from './pairQuantities.ts'
import type { Reading } from './reading.ts'
import { comparedWords, eachSimilarPair } from './similarity.ts'
import { type SkillCard, skillCard } from './skillCard.ts'

/** All scores of a library: one card a skill in the library's order, and the pairs under review, most at risk first. */
export type Analysis = {
  readonly skills: readonly Described[]
  readonly cards: readonly SkillCard[]
  readonly pairs: readonly PairCard[]
}

/** The released analysis of a library (analyze/library.py): all pairs are compared, those under review kept. */
export function analyse(library: Library, reading: Reading): Analysis {
  const skills = library.skills.map((skill) => describe(skill, reading))
  const { surroundings, pairs } = compareAll(skills, reading.review)
  return { skills, cards: skills.map((skill, i) => skillCard(skill, surroundings(i))), pairs }
}

function compareAll(skills: readonly Described[], review: Reading['review']) {
  const size = skills.length
  // A pair without a common word has s = 0 and adds e^0 to CI.
  const index = new Float64Array(size).fill(Math.max(0, size - 1))
  const nearest = new Float64Array(size)
  const atRisk = mostAtRisk(size, review)
  const texts = skills.map(({ skill, anchors }) => comparedWords(skill, anchors))
  eachSimilarPair(texts, (i, j, s) => {
    const more = Math.exp(beta * s) - 1
    index[i]! += more
    index[j]! += more
    if (s > nearest[i]!) nearest[i] = s
    if (s > nearest[j]!) nearest[j] = s
    atRisk.offer(i, j, s)
  })
  const members = new Map<string, number>()
  for (const { family } of skills) members.set(family, (members.get(family) ?? 0) + 1)
  return {
    surroundings: (i: number) => ({
      index: index[i]!,
      nearest: nearest[i]!,
      members: members.get(skills[i]!.family)!,
      size,
    }),
    pairs: atRisk.best().map(({ i, j, s }) => pairCard(skills, i, j, s)),
  }
}
