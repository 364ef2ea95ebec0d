import { roundScore } from '@lawbook/base'
import { type Synonyms, tokens, words } from '@lawbook/skills'
import { bm25 } from './bm25.ts'
import { defineRouter, need } from './router.ts'

const synonymWeight = 0.5

/**
 * The synonyms of the words of a text as one more text: each stem once, and none that the text has itself. Stop words
 * have no synonyms here.
 */
function synonymsOf(text: string, synonyms: Synonyms): string {
  const seen = new Set(tokens(text))
  const added: string[] = []
  for (const word of words(text)) {
    if (tokens(word).length === 0) continue
    for (const other of synonyms.of(word).flatMap(words)) {
      const [stem] = tokens(other)
      if (stem === undefined || seen.has(stem)) continue
      seen.add(stem)
      added.push(other)
    }
  }
  return added.join(' ')
}

/**
 * BM25 with query expansion: score = BM25(request) + 0.5 · BM25(synonyms of its words), the synonyms stemmed like the
 * rest, each stem once. 0.5 is one of the fixed weights that Voorhees tried, not tuned here. A skill is matched when it
 * shares a word or a synonym with the request.
 */
export const bm25Wordnet = defineRouter({
  id: 'bm25-wordnet',
  title: 'BM25 with WordNet synonyms',
  short: 'BM25 + WordNet',
  kin: 'bm25',
  kind: 'pointwise',
  cost: 'fast',
  needs: ['synonyms'],
  source: 'Voorhees (1994), Query expansion using lexical-semantic relations; BM25 as in `bm25`',
  async build(library, resources) {
    const synonyms = need(resources, 'synonyms', 'bm25-wordnet')
    const plain = bm25.build(library)
    return {
      score(request) {
        const own = plain.score(request)
        const added = plain.score({ ...request, text: synonymsOf(request.text, synonyms) })
        return {
          values: own.values.map((value, j) => roundScore(value + synonymWeight * added.values[j]!)),
          matched: own.matched.map((matched, j) => matched | added.matched[j]!),
        }
      },
    }
  },
})
