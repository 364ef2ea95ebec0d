import type { Stream, StreamFactory } from '@lawbook/base'
import { normalCdf, normalQuantile } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import type { GapChoices } from './choices.ts'
import { gapLawAt, printedGapLaw } from './gapLaw.ts'
import { judge, judgedNames } from './judge.ts'
import { type Chances, type Panel, panelFrom } from './panel.ts'

/** The steps of a pair alone in the judged wording, and the capability gap between them: the mean over both wordings. */
type Alone = { readonly first: number; readonly second: number; readonly gap: number }

/**
 * Worlds by the share of the headroom P(A) (1 - P(B)) that an executed state wins. `misleading` takes three tenths of
 * what is right without a state: its synergy is -.3 P(A) P(B).
 */
export const worlds: Readonly<Record<string, (pair: Alone) => number>> = {
  'no-state': () => 0,
  'fixed-share': () => 0.3,
  rising: ({ gap }) => 0.05 + 0.6 * Math.max(gap, 0),
  'rising-slowly': ({ gap }) => 0.25 + 0.12 * Math.max(gap, 0),
  falling: ({ gap }) => 0.6 - 0.6 * Math.max(gap, 0),
  'falling-slowly': ({ gap }) => 0.35 - 0.12 * Math.max(gap, 0),
  'printed-law': ({ first, second, gap }) => gapLawAt([gap], printedGapLaw)[0]! / Math.max(first * (1 - second), 1e-9),
  misleading: ({ second }) => (-0.3 * second) / Math.max(1 - second, 1e-9),
}

/** Which routers and pairs a planted panel has: kins, and skills of the second steps. */
export type Shape = Pick<Panel, 'kins' | 'skills'>

/**
 * A panel of one world. Step k of pair p is right for router r with chance Phi(mean_k + normal effects of the second step's
 * skill, the pair, the router, the wording and the router at this wording). After a right A, B is right with chance
 * Phi(sqrt(1 + t^2) Phi^-1(q) + e), where q = P(B) + share (1 - P(B)) is the world's and e, of variance t^2, a sum of
 * effects of skill, pair, router and router at a pair: its expectation is q, so that the world's law holds on average.
 */
export function plantedPanel(world: string, { kins, skills }: Shape, choices: GapChoices, stream: Stream): Panel {
  const { means, spread, state } = choices.planted
  const draws = (n: number): number[] => Array.from({ length: n }, () => stream.normal())
  const bySkill = new Map([...new Set(skills)].map((skill) => [skill, draws(3)]))
  // Of each step in both wordings, and of the state.
  const byPair = skills.map(() => ({ steps: draws(2), wordings: [draws(2), draws(2)], state: stream.normal() }))
  const rows = (): Float64Array[] => kins.map(() => new Float64Array(skills.length))
  const [gapFirst, gapSecond, first, second, joint, base, after] = Array.from({ length: 7 }, rows) as Float64Array[][]
  const variance = [state.skill, state.pair, state.router, state.own].reduce((sum, sd) => sum + sd * sd, 0)
  for (const r of kins.keys()) {
    const router = draws(3)
    for (const [p, skill] of skills.entries()) {
      const [ofSkill, ofPair] = [bySkill.get(skill)!, byPair[p]!]
      const chance = (k: number, wording: number): number =>
        normalCdf(
          means[k]! +
            spread.skill * ofSkill[k]! +
            spread.pair * ofPair.steps[k]! +
            spread.router * router[k]! +
            spread.wording * ofPair.wordings[wording]![k]! +
            spread.own * stream.normal(),
        )
      const [pa, pb, otherA, otherB] = [chance(0, 0), chance(1, 0), chance(0, 1), chance(1, 1)]
      const share = worlds[world]!({ first: pa, second: pb, gap: (pa - pb + otherA - otherB) / 2 })
      const wanted = Math.min(1, Math.max(0, pb + share * (1 - pb)))
      const noise =
        state.skill * ofSkill[2]! + state.pair * ofPair.state + state.router * router[2]! + state.own * stream.normal()
      const then = normalCdf(Math.sqrt(1 + variance) * normalQuantile(wanted) + noise)
      first![r]![p] = pa
      second![r]![p] = pb
      gapFirst![r]![p] = otherA
      gapSecond![r]![p] = otherB
      after![r]![p] = then
      base![r]![p] = pa * pb
      joint![r]![p] = pa * then
    }
  }
  return panelFrom({ gapFirst, gapSecond, first, second, before: second, joint, base, after, kins, skills } as Chances)
}

/** Every world through the judged measures, with as many routers and pairs a skill as are judged: rows of `worlds`. */
export function worldRows(shape: Shape, choices: GapChoices, stream: StreamFactory): Row[] {
  if (shape.kins.length === 0) return []
  return Object.keys(worlds).flatMap((world) =>
    Array.from({ length: choices.replicates }, (_, replicate) => {
      const found = judge(plantedPanel(world, shape, choices, stream('world', world, replicate)), choices)
      return judgedNames.map((name): Row => worldRow(world, replicate, name, found[name]))
    }).flat(),
  )
}
