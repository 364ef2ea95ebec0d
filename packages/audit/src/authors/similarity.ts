import { buildPostings, type Skill } from '@lawbook/skills'
import type { Anchors } from './anchors.ts'
import { authorsTokens } from './authorsTokens.ts'

/** The distinct words that two skills are compared by: name, description, examples and anchors. */
export function comparedWords(
  { name, description }: Pick<Skill, 'name' | 'description'>,
  anchors: Anchors,
): Set<string> {
  const { verbs, objects, constraints, examples } = anchors
  return authorsTokens([name, description, ...examples, ...verbs, ...objects, ...constraints].join(' '))
}

/**
 * TF-IDF cosines s of all pairs of texts that share a word, in [0, 1]: idf = ln((n + 1)/(df + 1)) + 1, each word counts
 * once a text (auto_skill_manager, scoring/pairs.py). `visit` is called for i < j in order of i, then j; pairs without
 * a common word, s = 0, are left out. Holds one row of n values at a time.
 */
export function eachSimilarPair(
  texts: readonly ReadonlySet<string>[],
  visit: (i: number, j: number, s: number) => void,
): void {
  const n = texts.length
  const idf = (documents: number): number => Math.log((n + 1) / (documents + 1)) + 1
  const lists = texts.map((words) => [...words])
  const { terms, starts, documents, weights } = buildPostings(lists, (at) => idf(at.documentFrequency))
  const termsOf = lists.map((words) => Int32Array.from(words, (word) => terms.get(word)!))
  const norms = termsOf.map((own) => Math.sqrt(own.reduce((sum, t) => sum + square(weights[starts[t]!]!), 0)))
  const row = new Float64Array(n)
  // Postings are in order of documents: those up to i are behind us.
  const next = starts.slice()
  for (let i = 0; i < n; i++) {
    row.fill(0, i + 1)
    for (const t of termsOf[i]!) {
      const weight = square(weights[next[t]!]!)
      next[t]!++
      for (let p = next[t]!; p < starts[t + 1]!; p++) row[documents[p]!]! += weight
    }
    for (let j = i + 1; j < n; j++) if (row[j]! > 0) visit(i, j, Math.min(1, row[j]! / (norms[i]! * norms[j]!)))
  }
}

const square = (x: number): number => x * x
