import { fromHits } from './hits.ts'
import { defineRouter } from './router.ts'

/** MiniSearch as it comes: BM25+ over the fields name and description, words lower-cased, any word may match. */
export const miniSearch = defineRouter({
  id: 'minisearch',
  title: 'MiniSearch (BM25+)',
  short: 'MiniSearch',
  kin: 'bm25',
  kind: 'pointwise',
  cost: 'library',
  source: 'npm minisearch 7.2.0; Lv and Zhai (2011), Lower-bounding term frequency normalization',
  async build({ skills }) {
    const { default: MiniSearch } = await import('minisearch')
    const index = new MiniSearch({ fields: ['name', 'description'] })
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
