import { hash32 } from '@lawbook/base'
import type { Library, SentenceVectors, WordVectors } from '@lawbook/skills'
import { kitchen } from './library.ts'

/** Word vectors written by hand. */
export function wordVectors(table: Record<string, number[]>): WordVectors {
  const vectors = new Map(Object.entries(table).map(([word, vector]) => [word, Float32Array.from(vector)]))
  const [first] = vectors.values()
  return { id: 'by hand', dimensions: first?.length ?? 0, vector: (word) => vectors.get(word) ?? null }
}

/** A vector for every word: fixed numbers without meaning. */
export const anyWord: WordVectors = {
  id: 'any word',
  dimensions: 8,
  vector: (word) => Float32Array.from({ length: 8 }, (_, i) => hash32(`${word} ${i}`) / 4294967296 - 0.3),
}

/** Sentence vectors written by hand: each is scaled to length 1. */
export function sentenceVectors(table: Record<string, number[]>): SentenceVectors {
  const vectors = new Map(
    Object.entries(table).map(([text, vector]) => [text, Float32Array.from(vector, (x) => x / Math.hypot(...vector))]),
  )
  const [first] = vectors.values()
  return { id: 'by hand', dimensions: first?.length ?? 0, vector: (text) => vectors.get(text) ?? null }
}

/** Skills s0, s1, ... with these descriptions. */
export function described(...descriptions: string[]): Library {
  return {
    skills: descriptions.map((description, j) => ({
      ...kitchen.skills[0]!,
      id: `own@1.0.0:s${j}`,
      name: `s${j}`,
      description,
    })),
  }
}
