/** A function of a word that keeps its results for the words asked latest, at most `limit` of them. */
export function keepLatest<T>(limit: number, make: (word: string) => T): (word: string) => T {
  const kept = new Map<string, T>()
  return (word) => {
    const found = kept.has(word) ? (kept.get(word) as T) : make(word)
    // A map is in order of insertion: put in again, the word is the newest, and the first is the oldest.
    kept.delete(word)
    kept.set(word, found)
    if (kept.size > limit) kept.delete(kept.keys().next().value!)
    return found
  }
}
