import { exposed } from '@lawbook/skills'
import { fromHits } from './hits.ts'
import { defineRouter } from './router.ts'

/**
 * FlexSearch as it comes, with `suggest`, without which every word of a request would have to match. It gives an order
 * and no scores: skills with more of the request's distinct words come first (hence kin to token overlap: no word weighs
 * more than another), then those whose words stand nearer to the beginning, in nine steps, then those whose last found
 * word stands earlier in the request, and then those that were indexed earlier. The last rule says nothing about a skill,
 * so the library is asked twice, with the skills indexed forwards and backwards: the score is minus the mean of the two
 * places, counted from 0, which is the same for all skills that only the last rule parts.
 */
export const flexsearch = defineRouter({
  id: 'flexsearch',
  title: 'FlexSearch (order only)',
  short: 'FlexSearch',
  kin: 'overlap',
  kind: 'pointwise',
  cost: 'fast',
  source: 'npm flexsearch 0.8.212; van Rijsbergen (1979), Information Retrieval: coordination level',
  async build({ skills }) {
    const { Index } = await import('flexsearch')
    const ids = [...skills.keys()]
    const [forwards, backwards] = [ids, ids.toReversed()].map((order) => {
      // The encoder's cache is emptied by a timer and keeps repeated words: answers would depend on the clock.
      const index = new Index({ encoder: { cache: false } })
      for (const id of order) index.add(id, exposed(skills[id]!))
      return index
    })
    return {
      score({ text }) {
        const options = { limit: skills.length, suggest: true } as const
        const [there, back] = [forwards!.search(text, options), backwards!.search(text, options)] as number[][]
        const places = new Map(back!.map((skill, place) => [skill, place]))
        return fromHits(
          skills.length,
          there!.map((skill, place) => [skill, -(place + places.get(skill)!) / 2]),
        )
      },
    }
  },
})
