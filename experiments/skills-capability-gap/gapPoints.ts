import type { Chances, Panel } from './panel.ts'

/** A pair with a router: its gap, its synergy, and the headroom in the wording that the gap is read from. */
export type GapPoint = {
  readonly router: number
  readonly pair: number
  readonly gap: number
  readonly synergy: number
  readonly room: number
}

/** The points that laws are fitted to: those of routers that take both steps, at least `realGap` apart. */
export function gapPoints({ agents, skills }: Panel, { gapFirst, gapSecond }: Chances, realGap: number): GapPoint[] {
  return agents.flatMap(({ routers: [router], gap, synergy }) =>
    [...skills.keys()]
      .filter((pair) => Math.abs(gap[pair]!) >= realGap)
      .map((pair) => ({
        router,
        pair,
        gap: gap[pair]!,
        synergy: synergy[pair]!,
        room: gapFirst[router]![pair]! * (1 - gapSecond[router]![pair]!),
      })),
  )
}
