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
  for (const text of texts.map(withoutPossessives))
    for (const { 0: chunk, index } of text.matchAll(/\S+/g)) {
      const first = opensSentence(text, index)
      for (const { 0: word, index: at } of chunk.matchAll(/\p{L}+/gu)) {
        const known = joined.test(chunk) ? named : !capital.test(word) ? plain : first && at <= 1 ? null : named
        if (known !== null) for (const part of words(word)) known.add(part)
      }
    }
  return new Set([...named].filter((word) => !plain.has(word)))
}

const joined = /[._@]\p{L}/u
const capital = /^\p{Lu}\p{Ll}+$/u

const opensSentence = (text: string, at: number): boolean => /(^|[.!?:;…]["'”’)]*)\s*$/u.test(text.slice(0, at))
