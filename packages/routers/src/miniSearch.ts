import { roundScore } from '@lawbook/base'
import { defineRouter } from './router.ts'

/** MiniSearch as it comes: BM25+ over the fields name and description, words lower-cased, any word may match. */
export const miniSearch = defineRouter({
  id: 'minisearch',
  title: 'MiniSearch (BM25+)',
  kin: 'bm25',
  kind: 'pointwise',
  cost: 'library',
  source: 'npm minisearch 7.2.0; Lv and Zhai (2011), Lower-bounding term frequency normalization',
  async build(library) {
    const { default: MiniSearch } = await import('minisearch')
    const { skills } = library
    const index = new MiniSearch({ fields: ['name', 'description'] })
    index.addAll(skills.map(({ name, description }, id) => ({ id, name, description })))
    return {
      score(request) {
        const values = new Float64Array(skills.length)
        const matched = new Uint8Array(skills.length)
        for (const hit of index.search(request.text)) {
          values[hit.id] = roundScore(hit.score)
          matched[hit.id] = 1
        }
        return { values, matched }
      },
    }
  },
})
