import { fromHits } from './hits.ts'
import { defineRouter } from './router.ts'

/**
 * elasticlunr counts words in a plain object, which has the word "constructor" before anything is counted: a skill that
 * says it would score NaN. Such words are dropped, in skills and requests alike.
 */
function notInherited(word: string): string | undefined {
  return word in {} ? undefined : word
}

/**
 * elasticlunr as it comes: for each of the fields name and description, the sum over the request's stems of
 * sqrt(tf) · (1 + ln(n / (df + 1))) / sqrt(field length), times the share of the request's stems that the field has. Its
 * search knows no operators, and any word may match.
 */
export const elasticlunr = defineRouter({
  id: 'elasticlunr',
  title: 'elasticlunr (TF-IDF with coordination)',
  short: 'elasticlunr',
  kin: 'tf-idf',
  kind: 'pointwise',
  cost: 'library',
  source: 'npm elasticlunr 0.9.5; Salton and Buckley (1988), Term-weighting approaches in automatic text retrieval',
  async build({ skills }) {
    const { default: library } = await import('elasticlunr')
    // A step that is not registered, or registered twice, makes the library write to the console.
    if (library.Pipeline.getRegisteredFunction('notInherited') === null)
      library.Pipeline.registerFunction(notInherited, 'notInherited')
    const index = library(function () {
      this.pipeline.add(notInherited)
      this.addField('name')
      this.addField('description')
    })
    skills.forEach(({ name, description }, id) => void index.addDoc({ id, name, description }))
    // Without the empty options, which are its defaults, the library writes to the console at each search.
    return {
      score: ({ text }) =>
        fromHits(
          skills.length,
          index.search(text, {}).map(({ ref, score }) => [Number(ref), score]),
        ),
    }
  },
})
