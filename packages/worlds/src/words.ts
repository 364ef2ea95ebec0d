import type { Stream } from '@lawbook/base'

const letters = 'abcdefghijklmnopqrstuvwxyz'
/** No suffix that the Porter stemmer removes or changes ends in one of these. */
const endings = 'bfhjkpqvwxz'

/** A source of invented words: ten random letters, no two words alike, none changed by stemming. */
export function inventedWords(stream: Stream): () => string {
  const seen = new Set<string>()
  return () => {
    for (;;) {
      let word = ''
      for (let i = 0; i < 9; i++) word += letters[stream.integer(26)]!
      word += endings[stream.integer(endings.length)]!
      if (seen.has(word)) continue
      seen.add(word)
      return word
    }
  }
}
