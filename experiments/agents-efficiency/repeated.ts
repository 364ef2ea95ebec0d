import { type AgentRow, pick } from '@lawbook/agent-runs'
import { byCodeUnit, fail } from '@lawbook/base'
import { type Agent, labelOf } from './agent.ts'
import { keepsWorking, type Tally } from './keepsWorking.ts'
import type { Reading, Variant } from './reading.ts'

const method = (k: number) => `share of tasks solved in ${k} trials of ${k} / share solved in one`
const bare = { kind: 'keeps-working', variants: [], missing: null, runs: null } as const
/** The domains that submissions to tau2-bench began with: whoever lists two of them was to list the third. */
const domains = ['airline', 'retail', 'telecom'] as const

/** How much of what an agent can do once it does every time. */
export function keepsWorkingReadings(rows: readonly AgentRow[], k: number): Reading[] {
  const terminal = tallied(pick(rows, { source: 'terminal-bench', metric: 'tasks' }))
  const [airline] = tallied(pick(rows, { source: 'tau-bench', metric: 'tasks' }))
  const alone = airline === undefined ? null : keepsWorking(airline.tallies, k)
  if (alone === null || airline === undefined)
    return fail(
      'LB_DOMAIN',
      'the tau-bench agent solved no task in any trial; give trials of an agent that solves some',
    )
  return [
    {
      ...bare,
      id: 'keeps-working-tau2',
      name: 'tau2-bench',
      title: 'share of what it solves once that an agent solves every time, tau2-bench',
      method: `${method(k)}, as listed for a submission in a domain; median over these`,
      agents: submissions(rows, k),
      variants: byDomain(submissions(rows, k)),
      alone: null,
    },
    {
      ...bare,
      id: 'keeps-working-terminal',
      name: 'Terminal-Bench',
      title: 'share of what it solves once that an agent solves every time, Terminal-Bench',
      method: `${method(k)}, averaged over all choices of ${k} trials; median over submissions`,
      agents: terminal.flatMap((submission) => trialAgent(submission, k) ?? []),
      alone: null,
    },
    {
      ...bare,
      id: 'keeps-working-tau',
      name: 'tau-bench airline',
      title: 'share of what it solves once that GPT-4o solves every time, tau-bench airline',
      method: `${method(k)}, one agent; Student on the linearised ratio`,
      agents: [trialAgent(airline, k)!],
      alone: { estimate: alone, tasks: airline.tallies.reduce((sum, { tasks }) => sum + tasks, 0) },
    },
  ]
}

/** Submissions of tau2-bench in a domain that list k trials and solve something. */
export function submissions(rows: readonly AgentRow[], k: number): Agent[] {
  const all = pick(rows, { source: 'tau2-bench', metric: 'all_pass', x: k })
  const once = new Map(
    pick(rows, { source: 'tau2-bench', metric: 'all_pass', x: 1 }).map((row) => [nameOf(row), row.y!]),
  )
  return all.flatMap((row) => {
    const success = once.get(nameOf(row)) ?? 0
    if (success === 0) return []
    const named = { label: labelOf(row), model: row.model!, domain: row.benchmark! }
    return [{ ...named, success, value: row.y! / success, own: null }]
  })
}

/** Each domain by itself: what is asked of an agent differs between them. */
function byDomain(agents: readonly Agent[]): Variant[] {
  const found = [...new Set(agents.map(({ domain }) => domain!))].sort(byCodeUnit)
  if (found.length < 2) return []
  return found.map((domain) => ({
    choice: 'domain',
    option: domain,
    agents: agents.filter((agent) => agent.domain === domain),
  }))
}

/** How many submissions list figures in two of the first three domains and none at all in the third. */
export function withoutThird(rows: readonly AgentRow[]): number {
  const listed = new Map<string, Set<string>>()
  for (const row of pick(rows, { source: 'tau2-bench', metric: 'all_pass', x: 1 })) {
    const name = labelOf(row)
    listed.set(name, (listed.get(name) ?? new Set()).add(row.benchmark!))
  }
  return [...listed.values()].filter((own) => domains.filter((domain) => own.has(domain)).length === 2).length
}

const nameOf = (row: AgentRow): string => `${labelOf(row)}, ${row.benchmark}`

type Trials = { readonly row: AgentRow; readonly tallies: readonly Tally[] }

/** The counts of solved trials by submission. */
function tallied(rows: readonly AgentRow[]): Trials[] {
  const names = [...new Set(rows.map(labelOf))]
  return names.map((name) => {
    const own = rows.filter((row) => labelOf(row) === name)
    return { row: own[0]!, tallies: own.map(({ x, n, y }) => ({ solved: x!, trials: n!, tasks: y! })) }
  })
}

function trialAgent({ row, tallies }: Trials, k: number): Agent | null {
  const ratio = keepsWorking(tallies, k)
  if (ratio === null) return null
  const tasks = tallies.reduce((sum, tally) => sum + tally.tasks, 0)
  const success = tallies.reduce((sum, tally) => sum + (tally.tasks * tally.solved) / tally.trials, 0) / tasks
  const label = labelOf(row)
  // Submissions to Terminal-Bench list no model: each stands for itself.
  const own = [Math.max(0, ratio.i90[0]), Math.min(1, ratio.i90[1])] as const
  return { label, model: row.model ?? label, success, value: ratio.value, own }
}
