import { tokens } from '@lawbook/skills'
import { fitCosine } from './cosine.ts'
import { defineRouter } from './router.ts'

/** Cosine similarity of tf-idf vectors over stemmed words (see `fitCosine`). */
export const tfIdf = defineRouter({
  id: 'tf-idf',
  title: 'TF-IDF cosine',
  short: 'TF-IDF',
  kin: 'tf-idf',
  kind: 'pointwise',
  cost: 'fast',
  source: 'Salton and Buckley (1988), Term-weighting approaches in automatic text retrieval',
  build: (library) => fitCosine(library, tokens),
})
