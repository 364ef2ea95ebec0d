import { type AgentRow, pick } from '@lawbook/agent-runs'
import type { Ledger } from '@lawbook/schemas'
import type { EfficiencyChoices } from './choices.ts'
import { pricedSets, zeroCosts } from './perDollar.ts'
import { submissions, withoutThird } from './repeated.ts'
import { type AgentSet, sets, singleAgent } from './sets.ts'

/** What became of the agents and tasks that the sources list. */
export function booksOf(rows: readonly AgentRow[], { trials }: EfficiencyChoices): Ledger[] {
  return [
    ...sets.filter(({ source }) => source === 'hal').map((set) => zeroScores(rows, set)),
    ...sets.filter(({ source }) => source === 'openhands').flatMap((set) => openHands(rows, set)),
    whole('agents of mini-SWE-agent', pick(rows, { source: 'mini-swe-agent', metric: 'useful_share' }).length),
    repeatedTrials(rows, trials),
    ...pricedSets(rows).map(({ set, agents }) => {
      const solved = agents.filter(({ value }) => value > 0).length
      return ledger(`${set.name}: agents with a cost, solved tasks per dollar`, agents.length, solved, [
        { reason: 'solved nothing, which has no logarithm', n: agents.length - solved },
      ])
    }),
  ]
}

function ledger(stage: string, planned: number, used: number, excluded: Ledger['excluded'], missing = 0): Ledger {
  return { stage, planned, used, excluded: excluded.filter(({ n }) => n > 0), failed: 0, missing }
}

function whole(stage: string, n: number): Ledger {
  return ledger(stage, n, n, [])
}

function zeroScores(rows: readonly AgentRow[], { name, source, benchmark, solved }: AgentSet): Ledger {
  const all = pick(rows, { source, benchmark, metric: solved })
  const zeros = all.filter(({ y }) => y === 0).length
  return ledger(`${name}: agents, in the reading without scores of 0`, all.length, all.length - zeros, [
    { reason: 'score of exactly 0, a failed run or a real zero (kept in the first reading)', n: zeros },
  ])
}

function openHands(rows: readonly AgentRow[], set: AgentSet): Ledger[] {
  const { name, benchmark } = set
  const of = (metric: string) => pick(rows, { source: 'openhands', benchmark, metric })
  const all = of('solved')
  const alone = all.filter(({ agent }) => agent === singleAgent)
  const most = Math.max(...all.map(({ n }) => n!))
  const outcomes = sum(alone)
  const shares = of('useful_share')
  const costed = shares.filter(({ y }) => y !== null)
  const withCost = sum(shares.filter(({ agent }) => agent === singleAgent))
  const zero = [...zeroCosts(rows, set).values()].reduce((total, n) => total + n, 0)
  return [
    ledger(`${name}: agents`, all.length, alone.length, [
      { reason: 'another harness, or with sub-agents (in the reading with all)', n: all.length - alone.length },
    ]),
    ledger(`${name}: agents of any harness, spend`, all.length, costed.length, [], all.length - costed.length),
    ledger(`${name}: outcomes of tasks`, most * alone.length, outcomes, [], most * alone.length - outcomes),
    ledger(
      `${name}: costs of tasks with an outcome`,
      outcomes,
      withCost,
      [{ reason: 'a cost of 0, which was not reported (kept in the other reading)', n: zero }],
      outcomes - withCost - zero,
    ),
  ]
}

function repeatedTrials(rows: readonly AgentRow[], k: number): Ledger {
  // Submissions in a domain without any figure have no row.
  const listed = pick(rows, { source: 'tau2-bench', metric: 'all_pass', x: 1 }).length + withoutThird(rows)
  const repeated = pick(rows, { source: 'tau2-bench', metric: 'all_pass', x: k }).length
  const used = submissions(rows, k).length
  return ledger(
    `tau2-bench: submissions in a domain, ${k} trials of ${k}`,
    listed,
    used,
    [{ reason: 'solved nothing in one trial', n: repeated - used }],
    listed - repeated,
  )
}

function sum(rows: readonly AgentRow[]): number {
  return rows.reduce((total, { n }) => total + n!, 0)
}
