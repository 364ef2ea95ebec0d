import { fail } from '@lawbook/base'
import { fromHits } from './hits.ts'
import { defineRouter } from './router.ts'

/**
 * wink-bm25-text-search as it comes: BM25F with equal weights for name and description, weights with four decimals, and
 * the pipe of wink-nlp-utils that its documentation gave: lower case, words, no stop words, Porter2 stems, and "!" before
 * the words that follow a negation. It knows no operators. The library refuses fewer than three documents: LB_DOMAIN.
 */
export const wink = defineRouter({
  id: 'wink',
  title: 'wink-bm25-text-search (BM25F)',
  short: 'wink',
  kin: 'bm25',
  kind: 'pointwise',
  cost: 'fast',
  source:
    'npm wink-bm25-text-search 3.1.2 and wink-nlp-utils 2.1.0; Robertson, Zaragoza and Taylor (2004), Simple BM25 extension to multiple weighted fields',
  async build({ skills }) {
    if (skills.length < 3)
      fail('LB_DOMAIN', `the router wink cannot index ${skills.length} skills; give it a library of at least 3`)
    const { default: engine } = await import('wink-bm25-text-search')
    const { default: utils } = await import('wink-nlp-utils')
    const { string, tokens } = utils
    const index = engine()
    index.defineConfig({ fldWeights: { name: 1, description: 1 } })
    const pipe = [string.lowerCase, string.tokenize0, tokens.removeWords, tokens.stem, tokens.propagateNegations]
    index.definePrepTasks(pipe)
    skills.forEach(({ name, description }, id) => void index.addDoc({ name, description }, id))
    index.consolidate()
    return {
      score: ({ text }) =>
        fromHits(
          skills.length,
          index.search(text, skills.length).map(([id, score]) => [Number(id), score]),
        ),
    }
  },
})
