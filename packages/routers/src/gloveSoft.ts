import { roundScore } from '@lawbook/base'
import { exposed, type Library, tokens, type WordVectors, words } from '@lawbook/skills'
import { keepLatest } from './keepLatest.ts'
import { defineRouter, need } from './router.ts'
import { rowProducts } from './rowProducts.ts'
import { unit } from './vectorScores.ts'

const cacheBytes = 64 * 1024 * 1024

/** The distinct words of a text, stop words left out, in order of first occurrence. */
function contentWords(text: string): string[] {
  return [...new Set(words(text))].filter((word) => tokens(word).length > 0)
}

/**
 * For a word with a vector, the best cosine with any word of each skill, in [-1, 1]; null for a word without one.
 * `texts` are the skills' words that have a vector; a skill without any has the cosine 0.
 */
function bestCosines(vectors: WordVectors, texts: readonly (readonly string[])[]) {
  const places = new Map<string, number>()
  for (const word of texts.flat()) if (!places.has(word)) places.set(word, places.size)
  const table = new Float32Array(places.size * vectors.dimensions)
  for (const [word, place] of places) table.set(unit(vectors.vector(word)!), place * vectors.dimensions)
  const products = rowProducts(table, places.size, vectors.dimensions)
  const skills = texts.map((text) => Int32Array.from(text, (word) => places.get(word)!))
  return (word: string): Float32Array | null => {
    const vector = vectors.vector(word)
    if (vector === null) return null
    const cosines = products(unit(vector))
    const row = new Float32Array(skills.length)
    skills.forEach((own, j) => {
      let best = own.length === 0 ? 0 : -1
      for (let at = 0; at < own.length; at++) best = Math.max(best, cosines[own[at]!]!)
      row[j] = best
    })
    return row
  }
}

/** ln((n + 1) / (df + 1)) + 1, as for tf-idf, over distinct unstemmed words; also for words that no skill has. */
function inverseFrequency({ length: n }: Library['skills'], texts: readonly (readonly string[])[]) {
  const frequency = new Map<string, number>()
  for (const word of texts.flat()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  return (word: string): number => Math.log((n + 1) / ((frequency.get(word) ?? 0) + 1)) + 1
}

/**
 * Soft alignment of words: the mean over the request's words, weighted with idf, of the best cosine with any word of
 * the skill (the directed half of the cited measure, with GloVe cosines as word similarity). Distinct words without stop
 * words; those without a vector are left out; idf from the library. Range [-1, 1]. A text without any vector is
 * unmatched; all other skills are matched. The rows of best cosines are kept, up to 64 MB of the latest words.
 */
export const gloveSoft = defineRouter({
  id: 'glove-soft',
  title: 'Soft alignment of GloVe word vectors',
  short: 'GloVe soft',
  kin: 'static vectors',
  kind: 'pointwise',
  cost: 'fast',
  needs: ['wordVectors'],
  source:
    'Mihalcea, Corley and Strapparava (2006), Corpus-based and knowledge-based measures of text semantic similarity',
  build({ skills }, resources) {
    const vectors = need(resources, 'wordVectors', 'glove-soft')
    const texts = skills.map((skill) => contentWords(exposed(skill)))
    const known = texts.map((text) => text.filter((word) => vectors.vector(word) !== null))
    const present = Uint8Array.from(known, (text) => (text.length > 0 ? 1 : 0))
    const idf = inverseFrequency(skills, texts)
    const limit = Math.max(64, Math.floor(cacheBytes / (4 * Math.max(1, skills.length))))
    const row = keepLatest(limit, bestCosines(vectors, known))
    return {
      score(request) {
        const values = new Float64Array(skills.length)
        let total = 0
        for (const word of contentWords(request.text)) {
          const best = row(word)
          if (best === null) continue
          const weight = idf(word)
          total += weight
          for (let j = 0; j < values.length; j++) values[j]! += weight * best[j]!
        }
        if (total === 0) return { values, matched: new Uint8Array(skills.length) }
        return { values: values.map((sum) => roundScore(sum / total) + 0), matched: present.slice() }
      },
    }
  },
})
