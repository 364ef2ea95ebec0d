import { hash32, roundScore } from '@lawbook/base'
import { defineRouter } from './router.ts'

/** The floor: a score in [0, 1] that depends on nothing but the ids of request and skill. Everything is matched. */
export const random = defineRouter({
  id: 'random',
  title: 'Random',
  short: 'random',
  kin: 'floor',
  kind: 'pointwise',
  cost: 'fast',
  source: 'floor: a hash of request and skill ids',
  build({ skills }) {
    return {
      score: (request) => ({
        values: Float64Array.from(skills, (skill) => roundScore(hash32(`${skill.id}\u0000${request.id}`) / 4294967296)),
        matched: new Uint8Array(skills.length).fill(1),
      }),
    }
  },
})
