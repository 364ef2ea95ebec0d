import type { TwoWayStatistic } from '@lawbook/pipelines'
import { type Agent, agentsOf, type Panel } from './panel.ts'

/** Which gaps belong to a regime. */
export type Regime = (gap: number) => boolean

/** Agents with the regime of their pairs looked up once: 1 inside, 0 outside. */
function withRegime({ agents }: Panel, regime: Regime): readonly (Agent & { readonly inside: Uint8Array })[] {
  return agents.map((agent) => ({ ...agent, inside: Uint8Array.from(agent.gap, (gap) => (regime(gap) ? 1 : 0)) }))
}

/**
 * Mean synergy in a regime, in points (100 S): over the pairs of each agent with equal weight, then over agents; one
 * without a pair there has no say. NaN where nobody has one.
 */
export function meanSynergy(panel: Panel, regime: Regime): TwoWayStatistic {
  const all = withRegime(panel, regime)
  return (routers, pairs) => {
    let [sum, agents] = [0, 0]
    for (const { inside, synergy } of agentsOf(all, routers)) {
      let [own, n] = [0, 0]
      for (const p of pairs) {
        if (inside[p] === 0) continue
        own += synergy[p]!
        n += 1
      }
      if (n === 0) continue
      sum += own / n
      agents += 1
    }
    return (100 * sum) / agents
  }
}

/**
 * How fast the share of the headroom that is won, S / (P(A) (1 - P(B))), rises with the gap where the gap is above 0:
 * least squares with the headroom as weight and an intercept an agent, so that differences between routers make no
 * slope and pairs with nothing to win have no weight. Per unit of gap; NaN where gaps do not vary.
 */
export function wonSlope({ agents }: Panel): TwoWayStatistic {
  return (routers, pairs) => {
    let [above, below] = [0, 0]
    for (const { gap, synergy, headroom } of agentsOf(agents, routers)) {
      let [w, wx, ws, wxx, wxs] = [0, 0, 0, 0, 0]
      for (const p of pairs) {
        const [x, room] = [gap[p]!, headroom[p]!]
        if (!(x > 0 && room > 0)) continue
        // Weighted by the headroom, sums of the share are sums of the synergy.
        w += room
        wx += room * x
        ws += synergy[p]!
        wxx += room * x * x
        wxs += x * synergy[p]!
      }
      if (w === 0) continue
      above += wxs - (wx * ws) / w
      below += wxx - (wx * wx) / w
    }
    return below > 1e-12 ? above / below : Number.NaN
  }
}

/** The share of the headroom that is won in a regime: sum of S over sum of P(A) (1 - P(B)). NaN without headroom. */
export function shareWon(panel: Panel, regime: Regime): TwoWayStatistic {
  const all = withRegime(panel, regime)
  return (routers, pairs) => {
    let [won, room] = [0, 0]
    for (const { inside, synergy, headroom } of agentsOf(all, routers)) {
      for (const p of pairs) {
        if (inside[p] === 0) continue
        won += synergy[p]!
        room += headroom[p]!
      }
    }
    return room > 1e-12 ? won / room : Number.NaN
  }
}

/** How many points of a panel lie in a regime. */
export function countIn({ agents }: Panel, regime: Regime): number {
  return agents.reduce((n, { gap }) => n + gap.filter(regime).length, 0)
}
