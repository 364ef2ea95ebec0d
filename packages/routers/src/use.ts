import { fail } from '@lawbook/base'
import { exposed, type SentenceVectors } from '@lawbook/skills'
import { defineRouter, need } from './router.ts'
import { vectorScores, vectorTable } from './vectorScores.ts'

function vectorOf(vectors: SentenceVectors, text: string): Float32Array {
  return (
    vectors.vector(text) ??
    fail(
      'LB_DATA_MISSING',
      `there is no sentence vector for the text "${text.slice(0, 60)}"; the data set ${vectors.id} holds vectors only ` +
        'for the texts that it was built for: add the text to them and build it again',
    )
  )
}

/**
 * Cosine of the sentence vectors of request and skill, in [-1, 1], both made beforehand. Every text has a vector, so
 * every skill is matched and this router never abstains; a text whose vector was not made throws LB_DATA_MISSING.
 */
export const use = defineRouter({
  id: 'use',
  title: 'Universal Sentence Encoder (lite) cosine',
  short: 'USE',
  kin: 'sentence encoder',
  kind: 'pointwise',
  cost: 'fast',
  needs: ['sentenceVectors'],
  source: 'Cer et al. (2018), Universal Sentence Encoder',
  build({ skills }, resources) {
    const vectors = need(resources, 'sentenceVectors', 'use')
    const table = vectorTable(
      skills.map((skill) => vectorOf(vectors, exposed(skill))),
      vectors.dimensions,
    )
    return { score: (request) => vectorScores(table, vectorOf(vectors, request.text)) }
  },
})
