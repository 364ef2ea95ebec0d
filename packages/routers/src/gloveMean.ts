import { exposed, words } from '@lawbook/skills'
import { defineRouter, need } from './router.ts'
import { vectorScores, vectorTable } from './vectorScores.ts'
import { weightedMean } from './wordMean.ts'

/**
 * Cosine of the plain means of the GloVe vectors of all words, repetitions and stop words included. Words without a
 * vector are left out; a text with none is unmatched; all other skills are matched.
 */
export const gloveMean = defineRouter({
  id: 'glove-mean',
  title: 'Mean of GloVe word vectors',
  short: 'GloVe mean',
  kin: 'static vectors',
  kind: 'pointwise',
  cost: 'fast',
  needs: ['wordVectors'],
  source: 'Pennington, Socher and Manning (2014), GloVe; averaging as in Wieting, Bansal, Gimpel and Livescu (2016)',
  build({ skills }, resources) {
    const vectors = need(resources, 'wordVectors', 'glove-mean')
    const mean = (text: string): Float64Array | null => weightedMean(vectors, words(text), () => 1)
    const table = vectorTable(
      skills.map((skill) => mean(exposed(skill))),
      vectors.dimensions,
    )
    return { score: (request) => vectorScores(table, mean(request.text)) }
  },
})
