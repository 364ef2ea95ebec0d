import { words } from '@lawbook/skills'

/** "Anna's" as "Anna". */
export const withoutPossessives = (text: string): string => text.replace(/['’]s\b/g, '')

/**
 * The words that requests use as names alone, in lower case: of people and places (a capital inside a sentence, the rest
 * small), of files, addresses and variables (joined to another word by a dot, an underscore or an at sign). A word that
 * stands anywhere without such signs is none; the first word of a sentence says nothing either way.
 */
export function nameWords(texts: readonly string[]): Set<string> {
  const [named, plain] = [new Set<string>(), new Set<string>()]
  for (const text of texts) {
    let opens = true
    for (const chunk of withoutPossessives(text).split(/\s+/)) {
      for (const { 0: word, index } of chunk.matchAll(/\p{L}+/gu)) {
        if (joined.test(chunk)) note(named, word)
        else if (!capital.test(word)) note(plain, word)
        else if (!opens || index > 1) note(named, word)
      }
      opens = end.test(chunk)
    }
  }
  return new Set([...named].filter((word) => !plain.has(word)))
}

const joined = /[._@]\p{L}/u
const capital = /^\p{Lu}\p{Ll}+$/u
/** The end of a sentence, or of what introduces one. */
const end = /[.!?:;…]["'”’)]*$/u

function note(known: Set<string>, word: string): void {
  for (const part of words(word)) known.add(part)
}
