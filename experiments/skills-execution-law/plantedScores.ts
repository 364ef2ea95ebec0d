import type { Stream } from '@lawbook/base'
import type { StudiedPair } from './study.ts'

/**
 * What makes scores alike, as shares of their variance: of a step by the skill, the pair and the router; and of what a
 * condition changes by the skill and the router. Set by hand.
 */
const alike = { skill: 0.2, pair: 0.35, router: 0.1, changedBySkill: 0.2, changedByRouter: 0.1 }

type Effects = { readonly weight: number; readonly draws: Float64Array; place(r: number, i: number): number }

/** Scores of cells (router, pair), each standard normal. */
type PlantedScores = {
  /** A step: each call of what is returned is another wording of it, with the same skills, pairs and routers. */
  step(): () => Float64Array
  /** The same step under another condition, which moves all pairs of a skill, and all of a router, alike. */
  condition(scores: Float64Array): Float64Array
}

/**
 * Scores that are alike by the second step's skill, by pair and by router: sums of normal effects of fixed shares. `kept` is
 * the correlation of a step's score with that under another condition. Two steps share nothing, so that their chances multiply.
 */
export function plantedScores(
  pairs: readonly StudiedPair[],
  routers: number,
  kept: number,
  stream: Stream,
): PlantedScores {
  const ids = [...new Set(pairs.map(({ second }) => second))]
  const skillOf = pairs.map(({ second }) => ids.indexOf(second))
  const effects = (share: number, n: number, place: Effects['place']): Effects => ({
    weight: Math.sqrt(share),
    draws: Float64Array.from({ length: n }, () => stream.normal()),
    place,
  })
  const bySkill = (share: number): Effects => effects(share, ids.length, (_, i) => skillOf[i]!)
  const byRouter = (share: number): Effects => effects(share, routers, (r) => r)
  const scores = (parts: readonly Effects[], share: number): Float64Array => {
    const own = Math.sqrt(share)
    const cells = new Float64Array(routers * pairs.length)
    for (let r = 0, cell = 0; r < routers; r++)
      for (let i = 0; i < pairs.length; i++, cell++) {
        let z = own * stream.normal()
        for (const { weight, draws, place } of parts) z += weight * draws[place(r, i)]!
        cells[cell] = z
      }
    return cells
  }
  return {
    step() {
      const parts = [bySkill(alike.skill), effects(alike.pair, pairs.length, (_, i) => i), byRouter(alike.router)]
      return () => scores(parts, 1 - alike.skill - alike.pair - alike.router)
    },
    condition(before) {
      const parts = [bySkill(alike.changedBySkill), byRouter(alike.changedByRouter)]
      const change = scores(parts, 1 - alike.changedBySkill - alike.changedByRouter)
      const fresh = Math.sqrt(1 - kept * kept)
      return before.map((z, cell) => kept * z + fresh * change[cell]!)
    },
  }
}
