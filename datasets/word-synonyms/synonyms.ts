import { byCodeUnit } from '@lawbook/base'
import { words } from '@lawbook/skills'
import { lemmasOf } from './baseForms.ts'
import { type PartOfSpeech, partsOfSpeech, type WordNetPart } from './wordNet.ts'

/**
 * The synonyms of a word, sorted: for each part of speech and each lemma that the word may be a form of, the other
 * members of the synset of the lemma's most frequent sense. Only single words as `words` makes them, so that routers can
 * look them up; neither the word nor a base form of it, which is no synonym but the same word.
 */
export function synonymsOf(word: string, wordNet: Readonly<Record<PartOfSpeech, WordNetPart>>): string[] {
  const same = new Set([word])
  const members = new Set<string>()
  for (const part of partsOfSpeech) {
    const { firstSynset } = wordNet[part]
    for (const lemma of lemmasOf(word, part, (form) => firstSynset(form) !== null)) {
      same.add(lemma)
      for (const member of firstSynset(lemma)!) members.add(member)
    }
  }
  return [...members].filter((member) => !same.has(member) && isSingleWord(member)).sort(byCodeUnit)
}

const isSingleWord = (member: string): boolean => {
  const [only, ...more] = words(member)
  return only === member && more.length === 0
}
