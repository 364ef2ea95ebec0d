import snowball from 'snowball-stemmers'
import { stopWords } from './stopWords.ts'

const porter = snowball.newStemmer('porter')
const stems = new Map<string, string>()

/**
 * The words of a text as routers compare them: split at white space, punctuation, camel case and between letters and
 * digits; lower case; stop words left out; the rest reduced to stems (M. F. Porter, "An algorithm for suffix
 * stripping", Program 14(3), 1980). In the order of the text, repetitions kept.
 */
export function tokens(text: string): string[] {
  return words(text)
    .filter((word) => !stopWords.has(word))
    .map(stem)
}

/** The words of a text in lower case, split as for `tokens`, neither stopped nor stemmed. */
export function words(text: string): string[] {
  const apart = text
    .replace(/['’]/g, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
  return apart.toLowerCase().match(/\p{L}+|\d+/gu) ?? []
}

/** The Porter stem of a lower-case word; words that are not plain Latin stay as they are. */
function stem(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word
  let result = stems.get(word)
  if (result === undefined) stems.set(word, (result = porter.stem(word)))
  return result
}
