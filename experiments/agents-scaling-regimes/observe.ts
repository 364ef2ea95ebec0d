import { type AgentRow, type agentRuns, pick, sourceRows } from '@lawbook/agent-runs'
import type { Evidence, ObserveContext } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { booksOf } from './books.ts'
import type { RegimeChoices } from './choices.ts'
import { systemOf } from './effort.ts'
import { distinct, groupBy, keep, type RowOf } from './rows.ts'
import { budgetMeans } from './sequential.ts'

type Context = ObserveContext<{ readonly runs: typeof agentRuns }, RegimeChoices>

/**
 * Keep the published figures that speak of the three regimes. Of the graded benchmark (MCP-bench) and of EdgeBench only
 * the two ends are kept task by task, and means in between; of truncated runs a few step limits.
 */
export async function observe({ data, choices }: Context): Promise<Evidence> {
  const { rows, sources } = data.runs
  const picked = pickAll(rows, choices)
  return {
    tables: {
      effort: keep('effort', picked.effort),
      sequential: keep('sequential', picked.sequential),
      budgets: budgetMeans(picked.allBudgets as readonly RowOf<'sequential'>[]),
      lengths: keep('lengths', picked.lengths),
      hours: keep('hours', picked.hours),
      parallel: keep('parallel', picked.parallel),
      throughput: keep('throughput', picked.throughput),
      teams: keep('teams', picked.teams),
      trials: keep('trials', picked.trials),
      union: keep('union', picked.union),
      levels: levelRows(picked.truncated, choices.stepLevels),
      sources: sourceRows(sources, Object.values(picked).flat()).map(({ id, title, url, version, depth }) => ({
        id: id!,
        title: title!,
        url: url!,
        version: version!,
        depth: depth!,
      })),
    },
    attrition: booksOf(rows, picked, choices),
    decisions: 0,
  }
}

/** The rows of every evidence table before their columns are cut. */
export type Picked = ReturnType<typeof pickAll>

function pickAll(rows: readonly AgentRow[], choices: RegimeChoices) {
  const benchmarked = pick(rows, { source: 'general-agentbench' })
  const sequential = pick(benchmarked, { setting: 'sequential', metric: ['success', 'judge_score', 'score'] })
  const hours = pick(rows, { source: 'edgebench', metric: 'score' })
  return {
    effort: withPartner(pick(rows, { source: 'hal', metric: ['success', 'cost'] })),
    sequential: atEnds(sequential, choices),
    allBudgets: sequential,
    lengths: pick(benchmarked, { setting: 'sequential', metric: ['tokens', 'turns'] }),
    hours: [...hours.filter(({ task }) => task === null), ...outermost(hours.filter(({ task }) => task !== null))],
    parallel: pick(benchmarked, { setting: 'parallel', axis: ['solved', 'attempts'] }),
    throughput: pick(rows, { source: 'subagent-throughput', metric: ['speed_up', 'judge_quality'] }),
    teams: pick(rows, { source: 'llm-teams', setting: 'p = 0.9', metric: 'log_wall_clock' }),
    trials: [
      ...pick(rows, { source: ['terminal-bench', 'tau-bench'], axis: 'solved', metric: 'tasks' }),
      ...wholeFour(pick(rows, { source: 'tau2-bench', metric: 'all_pass' })),
    ],
    union: pick(rows, { source: 'openhands', axis: 'models', metric: 'tasks' }),
    truncated: pick(rows, { source: 'mini-swe-agent', metric: ['success', 'cost'] }),
  }
}

/** Rows of systems that were run with more than one effort. */
function withPartner(rows: readonly AgentRow[]): AgentRow[] {
  const systems = groupBy(rows, systemOf)
  return rows.filter((row) => distinct(systems.get(systemOf(row))!.map(({ setting }) => setting)).length > 1)
}

/** All rows of benchmarks with tasks in groups; of the graded one those at the first budgets and the last. */
function atEnds(rows: readonly AgentRow[], { evenStart }: RegimeChoices): AgentRow[] {
  const binary = rows.filter(({ metric }) => metric === 'success')
  const judged = rows.filter(({ metric }) => metric === 'judge_score')
  const graded = [...groupBy(judged, ({ model }) => model!).values()].flatMap((own) => {
    const budgets = own.map(({ x }) => x!)
    const ends = [Math.min(...budgets), Math.min(...budgets.filter((x) => x >= evenStart)), Math.max(...budgets)]
    return own.filter(({ x }) => ends.includes(x!))
  })
  return [...binary, ...graded]
}

function outermost(rows: readonly AgentRow[]): AgentRow[] {
  const hours = rows.map(({ x }) => x!)
  const ends = [Math.min(...hours), Math.max(...hours)]
  return rows.filter(({ x }) => ends.includes(x!))
}

/** Of submissions that publish all four numbers of attempts, the first and the last. */
function wholeFour(rows: readonly AgentRow[]): AgentRow[] {
  const submissions = groupBy(rows, ({ agent, benchmark }) => JSON.stringify([agent, benchmark]))
  return [...submissions.values()]
    .filter((own) => [1, 2, 3, 4].every((k) => own.some(({ x, y }) => x === k && y !== null)))
    .flatMap((own) => own.filter(({ x }) => x === 1 || x === 4))
}

/** Truncated and whole runs, one row a model and limit; limits of spend at which nothing is solved yet are left out. */
function levelRows(rows: readonly AgentRow[], stepLevels: readonly number[]): Row[] {
  const wanted = rows.filter(({ axis, x }) => axis !== 'steps' || stepLevels.includes(x!))
  const cells = groupBy(wanted, ({ model, axis, x }) => JSON.stringify([model, axis, x]))
  return [...cells.values()].flatMap((own) => {
    const { model, axis, x } = own[0]!
    const find = (wanted: string): number | null => own.find(({ metric }) => metric === wanted)?.y ?? null
    const success = find('success')
    if (axis === 'spend' && success === 0) return []
    return [{ model, axis: axis ?? 'end', limit: x, success, used: find('cost') }]
  })
}
