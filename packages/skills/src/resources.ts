/**
 * What some routers read beside the library. Weights are data, not code: data sets load them, experiments hand them to
 * routers. `id` changes whenever the content does: it stands in the keys of caches.
 */
export type Resources = {
  readonly wordVectors?: WordVectors
  readonly sentenceVectors?: SentenceVectors
  readonly synonyms?: Synonyms
}

/** One vector a word (lower case), all of the same length. */
export type WordVectors = {
  readonly id: string
  readonly dimensions: number
  /** Null where the word has none. Do not write to it. */
  vector(word: string): Float32Array | null
}

/** One vector of length 1 a text, made beforehand: only texts that the data set was built for have one. */
export type SentenceVectors = {
  readonly id: string
  readonly dimensions: number
  /** Null where the text has none. Do not write to it. */
  vector(text: string): Float32Array | null
}

/** Words with the same meaning, by word (lower case), without the word itself; none where it is not known. */
export type Synonyms = {
  readonly id: string
  of(word: string): readonly string[]
}
