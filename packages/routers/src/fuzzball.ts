import { exposed } from '@lawbook/skills'
import { fromHits } from './hits.ts'
import { defineRouter } from './router.ts'

/**
 * fuzzball's token set ratio as it comes: the best of three edit-distance ratios, 0 to 100 and whole, between the words
 * that request and skill share and these words followed by each side's other words, all sorted. Unmatched is what has the
 * ratio 0: no character in common.
 */
export const fuzzball = defineRouter({
  id: 'fuzzball',
  title: 'fuzzball (token set ratio)',
  short: 'fuzzball',
  kin: 'characters',
  kind: 'pointwise',
  cost: 'slow',
  source: 'npm fuzzball 2.2.6, after SeatGeek’s fuzzywuzzy; Levenshtein (1966), Binary codes',
  async build({ skills }) {
    const { token_set_ratio: tokenSetRatio } = await import('fuzzball')
    const texts = skills.map(exposed)
    return {
      score: ({ text }) =>
        fromHits(
          skills.length,
          [...texts.entries()].map(([j, skill]) => [j, tokenSetRatio(text, skill)] as const).filter(([, s]) => s > 0),
        ),
    }
  },
})
