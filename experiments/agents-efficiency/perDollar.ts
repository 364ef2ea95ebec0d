import { type AgentRow, pick } from '@lawbook/agent-runs'
import { labelOf, listedFor } from './agent.ts'
import { type AgentSet, sets, singleAgent } from './sets.ts'
import { successBy } from './usefulShare.ts'

/** An agent with what it solves and what it spends. */
export type Priced = {
  readonly label: string
  readonly model: string
  readonly success: number
  /** US dollars a task. */
  readonly cost: number
  /** Solved tasks per dollar. */
  readonly value: number
}

export type PricedSet = {
  readonly set: AgentSet
  readonly agents: readonly Priced[]
  /** The same with costs of 0 kept as costs, where there are any. */
  readonly withZeros: readonly Priced[] | null
}

/** Solved tasks per dollar for the agents of each set that list a cost. */
export function pricedSets(rows: readonly AgentRow[]): PricedSet[] {
  return sets.map((set) => {
    const { source, benchmark, cost } = set
    const success = successBy(rows, set)
    const costs = pick(rows, { source, benchmark, metric: cost, axis: null })
    const judged = source === 'openhands' ? costs.filter(({ agent }) => agent === singleAgent) : costs
    const zeros = zeroCosts(rows, set)
    const priced = judged.flatMap((row) => {
      if (row.y === null || row.y === 0) return []
      const solved = listedFor(success, row)
      const agent = { label: labelOf(row), model: row.model!, success: solved, cost: row.y, value: solved / row.y }
      // With more tasks behind the same dollars a task costs less.
      const factor = zeros.size === 0 ? 1 : (row.n! + (zeros.get(agent.label) ?? 0)) / row.n!
      return [{ agent, kept: { ...agent, cost: agent.cost / factor, value: agent.value * factor } }]
    })
    return {
      set,
      agents: priced.map(({ agent }) => agent),
      withZeros: zeros.size === 0 ? null : priced.map(({ kept }) => kept),
    }
  })
}

/** Tasks with a cost of 0, by agent: those that the spend as reported has and the spend without them has not. */
export function zeroCosts(rows: readonly AgentRow[], { source, benchmark }: AgentSet): Map<string, number> {
  const own = rows.filter((row) => row.source === source && row.benchmark === benchmark)
  const without = new Map(own.filter(({ metric }) => metric === 'useful_share').map((row) => [labelOf(row), row.n!]))
  return new Map(
    own
      .filter(({ metric, agent }) => metric === 'useful_share_as_reported' && agent === singleAgent)
      .map((row) => [labelOf(row), row.n! - listedFor(without, row)]),
  )
}
