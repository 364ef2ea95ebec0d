import { roundScore } from '@lawbook/base'
import { buildPostings, countTerms, exposed, type Library, type Postings, tokens } from '@lawbook/skills'
import { defineRouter } from './router.ts'
import { scorePostings } from './scorePostings.ts'

/** Postings with the weights ln(1 + count / (mu · p(word))), p the word's share of all words of the library. */
function likelihoodPostings(documents: readonly (readonly string[])[], mu: number): Postings {
  const postings = buildPostings(documents, ({ count }) => count)
  const { starts, weights } = postings
  const total = weights.reduce((sum, count) => sum + count, 0)
  for (let t = 0; t + 1 < starts.length; t++) {
    const row = weights.subarray(starts[t]!, starts[t + 1]!)
    const share = row.reduce((sum, count) => sum + count, 0) / total
    for (let at = 0; at < row.length; at++) row[at] = Math.log(1 + row[at]! / (mu * share))
  }
  return postings
}

/** Every skill a class, with the text that routers see as its only document. */
function fitNaiveBayes({ skills }: Library) {
  const documents = skills.map((skill) => tokens(exposed(skill)))
  const mu = documents.reduce((sum, document) => sum + document.length, 0) / Math.max(1, skills.length)
  const postings = likelihoodPostings(documents, mu)
  const penalties = documents.map((document) => Math.log(mu / (mu + document.length)))
  return (text: string) => {
    const query = countTerms(tokens(text).filter((word) => postings.terms.has(word)))
    const known = [...query.values()].reduce((sum, count) => sum + count, 0)
    const { values, matched } = scorePostings(postings, query)
    for (let j = 0; j < values.length; j++)
      if (matched[j] === 1) values[j] = roundScore(values[j]! + known * penalties[j]!)
    return { values, matched }
  }
}

/**
 * Multinomial naive Bayes with one class a skill and equal priors, which is query likelihood: the logarithm of
 * P(request | skill) / P(request | library) = sum over the request's words of ln(p(word | skill) / p(word)), where
 * p(word | skill) = (count + mu · p(word)) / (length + mu), a Dirichlet prior around the words of the whole library with
 * mu = the mean length of a skill's text. Words that the library does not have are left out. Negative values are less
 * likely than chance; a skill that shares no word with the request is unmatched.
 */
export const naiveBayes = defineRouter({
  id: 'naive-bayes',
  title: 'Naive Bayes, one class a skill',
  short: 'naive Bayes',
  kin: 'trained',
  kind: 'pointwise',
  cost: 'fast',
  source: 'Zhai and Lafferty (2004), A study of smoothing methods for language models applied to information retrieval',
  build(library) {
    const score = fitNaiveBayes(library)
    return { score: (request) => score(request.text) }
  },
})
