import { median, spearman } from '@lawbook/estimators'
import type { Estimate, Row } from '@lawbook/schemas'
import { type Agent, bestOf } from './agent.ts'
import type { EfficiencyChoices } from './choices.ts'
import { byMaker, estimateOf } from './measures.ts'
import { medianEstimate } from './median.ts'
import type { PricedSet } from './perDollar.ts'
import type { Reading } from './reading.ts'
import { largestShareInBand } from './spread.ts'

/** How an estimate stands to a band: the rule of README.md. */
export function standing({ i90, i995 }: Estimate, [lo, hi]: readonly [number, number]): 'inside' | 'outside' | 'open' {
  if (i995 !== null && (i995[1] < lo || i995[0] > hi)) return 'outside'
  return i90 !== null && i90[0] >= lo && i90[1] <= hi ? 'inside' : 'open'
}

/** Each reading once for all its agents and once for the best of them. */
export function readingRows(readings: readonly Reading[], { band, best }: EfficiencyChoices): Row[] {
  return readings.flatMap((reading) => {
    const all = row(reading, 'all', reading.agents)
    return reading.alone === null ? [all, row(reading, 'best', bestOf(reading.agents, best))] : [all]
  })

  function row(reading: Reading, who: string, agents: readonly Agent[]): Row {
    const { id, kind, name } = reading
    const [lo, hi] = band
    const estimate = estimateOf(reading, agents)
    const { value, i90, i995 } = estimate
    const makers = byMaker(agents)
    return {
      reading: id,
      kind,
      name,
      who,
      agents: agents.length,
      models: new Set(agents.map(({ model }) => model)).size,
      makers: new Set(makers.map(({ model }) => model)).size,
      value,
      lo90: i90?.[0] ?? null,
      hi90: i90?.[1] ?? null,
      lo995: i995?.[0] ?? null,
      hi995: i995?.[1] ?? null,
      inside: agents.filter((agent) => agent.value >= lo && agent.value <= hi).length / agents.length,
      above: agents.filter((agent) => agent.value > hi).length / agents.length,
      ...bySelf(agents, band),
      standing: standing(estimate, band),
      standing_by_maker: standing(estimateOf(reading, makers), band),
    }
  }
}

/** Shares of agents whose own interval lies in the band, or misses it; null where agents have none. */
function bySelf(agents: readonly Agent[], [lo, hi]: readonly [number, number]): Row {
  const own = agents.flatMap((agent) => (agent.own === null ? [] : [agent.own]))
  if (own.length === 0) return { surely_inside: null, surely_outside: null }
  return {
    surely_inside: own.filter((ends) => ends[0] >= lo && ends[1] <= hi).length / agents.length,
    surely_outside: own.filter((ends) => ends[1] < lo || ends[0] > hi).length / agents.length,
  }
}

/** Every agent of every reading with its own interval. */
export function agentRowsOf(readings: readonly Reading[], { best }: EfficiencyChoices): Row[] {
  return readings.flatMap(({ id, kind, agents }) => {
    const top = new Set(bestOf(agents, best))
    return agents.map((agent) => ({
      reading: id,
      kind,
      agent: agent.label,
      domain: agent.domain ?? null,
      model: agent.model,
      success: agent.success,
      value: agent.value,
      lo: agent.own?.[0] ?? null,
      hi: agent.own?.[1] ?? null,
      best: top.has(agent),
    }))
  })
}

/** Solved tasks per dollar: every agent. */
export function priceRows(priced: readonly PricedSet[]): Row[] {
  return priced.flatMap(({ set, agents }) =>
    agents.map(({ label, model, success, cost, value }) => ({
      set: set.id,
      agent: label,
      model,
      success,
      cost,
      value,
    })),
  )
}

/**
 * Solved tasks per dollar: each set, with the largest share of agents that a band of the claimed width could hold, and
 * the rank correlation of what agents solve with what they cost.
 */
export function spreadRows(priced: readonly PricedSet[], { band }: EfficiencyChoices): Row[] {
  return priced.map(({ set, agents }) => {
    const values = agents.map(({ value }) => value)
    const above = values.filter((value) => value > 0)
    const { value: middle, i90 } = medianEstimate(agents)
    const [least, most] = [Math.min(...above), Math.max(...above)]
    return {
      set: set.id,
      name: set.name,
      agents: agents.length,
      value: middle,
      lo90: i90?.[0] ?? null,
      hi90: i90?.[1] ?? null,
      least,
      most,
      factor: most / least,
      in_band: largestShareInBand(above, band[1] / band[0]),
      solved_nothing: agents.length - above.length,
      cost: median(agents.map(({ cost }) => cost)),
      rank_correlation: spearman(
        Float64Array.from(agents, ({ success }) => success),
        Float64Array.from(agents, ({ cost }) => cost),
      ),
    }
  })
}

/** Success along lines of equal solved tasks per dollar, up to 1, over the costs that occur in a set. */
export function equalRows(priced: readonly PricedSet[], { equalEfficiency }: EfficiencyChoices): Row[] {
  return priced.flatMap(({ set, agents }) => {
    const costs = agents.map(({ cost }) => cost)
    const [from, to] = [Math.log(Math.min(...costs)), Math.log(Math.max(...costs))]
    return equalEfficiency.flatMap((perDollar) =>
      Array.from({ length: 41 }, (_, i) => Math.exp(from + ((to - from) * i) / 40))
        .filter((cost) => perDollar * cost <= 1)
        .map((cost) => ({ set: set.id, per_dollar: perDollar, cost, success: perDollar * cost })),
    )
  })
}
