import { exposed, type Library, tfIdfPostings, tfIdfQuery } from '@lawbook/skills'
import type { FittedPointwise } from './router.ts'
import { scorePostings } from './scorePostings.ts'

/**
 * Cosine similarity of tf-idf vectors (`tfIdfPostings`), the request over the library's vocabulary. `analyse` says what
 * a term is. Range [0, 1].
 */
export function fitCosine(library: Library, analyse: (text: string) => string[]): FittedPointwise {
  const postings = tfIdfPostings(library.skills.map((skill) => analyse(exposed(skill))))
  return { score: (request) => scorePostings(postings, tfIdfQuery(postings, analyse(request.text))) }
}
