import { fromHits } from './hits.ts'
import { defineRouter } from './router.ts'

/**
 * MiniSearch with the two options that its documentation shows for inexact search: a word of the request also matches
 * the words that begin with it, and the words at an edit distance of up to a fifth of its length. Both weigh less than an
 * exact match, as the library's defaults have it.
 */
export const miniSearchFuzzy = defineRouter({
  id: 'minisearch-fuzzy',
  title: 'MiniSearch (BM25+), fuzzy and prefix search',
  short: 'MiniSearch fuzzy',
  kin: 'bm25',
  kind: 'pointwise',
  cost: 'slow',
  source: 'npm minisearch 7.2.0 with fuzzy 0.2 and prefix; Lv and Zhai (2011); Levenshtein (1966), Binary codes',
  async build({ skills }) {
    const { default: MiniSearch } = await import('minisearch')
    const index = new MiniSearch({ fields: ['name', 'description'], searchOptions: { fuzzy: 0.2, prefix: true } })
    index.addAll(skills.map(({ name, description }, id) => ({ id, name, description })))
    return {
      score: ({ text }) =>
        fromHits(
          skills.length,
          index.search(text).map(({ id, score }) => [id, score]),
        ),
    }
  },
})
