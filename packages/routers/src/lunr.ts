import { fromHits } from './hits.ts'
import { defineRouter } from './router.ts'

/**
 * lunr as it comes: the sum over the fields name and description of the BM25 weights of the request's stems, divided by
 * the length of the query vector; weights have three decimals. lunr's `search` parses `-`, `+`, `:`, `~`, `^` and `*`, so
 * the request does not pass there: its words go through the tokenizer and the trimmer that documents pass and become
 * plain optional terms. A star is a wildcard even in a term and is cut.
 */
export const lunr = defineRouter({
  id: 'lunr',
  title: 'lunr (BM25)',
  short: 'lunr',
  kin: 'bm25',
  kind: 'pointwise',
  cost: 'library',
  source: 'npm lunr 2.3.9; Robertson and Zaragoza (2009), The Probabilistic Relevance Framework',
  async build({ skills }) {
    const { default: library } = await import('lunr')
    const index = library((builder) => {
      builder.ref('id')
      builder.field('name')
      builder.field('description')
      skills.forEach(({ name, description }, id) => void builder.add({ id, name, description }))
    })
    return {
      score({ text }) {
        const words = library
          .tokenizer(text.replaceAll('*', ' '))
          .map((token) => library.trimmer(token).toString())
          .filter((word) => word !== '')
        // A query without terms would match everything.
        const hits =
          words.length === 0 ? [] : index.query((query) => void words.forEach((word) => void query.term(word, {})))
        return fromHits(
          skills.length,
          hits.map(({ ref, score }) => [Number(ref), score]),
        )
      },
    }
  },
})
