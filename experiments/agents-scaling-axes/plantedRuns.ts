import { type AgentRow, type AgentRuns, figure, noRecord, plantedSources } from '@lawbook/agent-runs'
import { type Stream, streamsOf } from '@lawbook/base'

/** By how much success moves along every sweep (as a share), and whether late runs went missing and count as failures. */
type PlantedRuns = { readonly change: number; readonly unrecorded: boolean }

type Curve = Partial<AgentRow> & { readonly source: string; readonly metric: string }

/**
 * Published rows of every source, made from one law: success is .5 in the middle of a sweep and moves by `change` along
 * it, as a line in ln x. For tests: these rows pass through the whole experiment.
 */
export function plantedRuns({ change, unrecorded }: PlantedRuns): AgentRuns {
  const stream = streamsOf('agents-scaling-axes planted runs')('runs', change, String(unrecorded))
  const draw = { change, stream }
  const rows = [
    ...timeAndAttempts(draw),
    ...choice(draw),
    ...context(draw, unrecorded),
    ...management(draw),
    ...depth(draw),
    ...agents(draw),
  ]
  return { rows, sources: plantedSources(rows), runLevel: null }
}

type Draw = { readonly change: number; readonly stream: Stream }

const row = (curve: Curve, rest: Partial<AgentRow>): AgentRow => figure({ y: null, ...curve, ...rest })

function expected(ladder: readonly number[], x: number, change: number): number {
  const [first, last] = [Math.log(ladder[0]!), Math.log(ladder.at(-1)!)]
  return 0.5 + change * ((Math.log(x) - first) / (last - first) - 0.5)
}

function shares(curve: Curve, ladder: readonly number[], n: number, { change, stream }: Draw): AgentRow[] {
  return ladder.map((x) => {
    let won = 0
    for (let i = 0; i < n; i++) if (stream.uniform() < expected(ladder, x, change)) won++
    return row(curve, { x, y: won / n, n })
  })
}

/** One row a task and point: successes, or scores with a little noise. */
function tasks(curve: Curve, ladder: readonly number[], count: number, { change, stream }: Draw): AgentRow[] {
  return Array.from({ length: count }, (_, i) =>
    ladder.map((x) => {
      const level = expected(ladder, x, change)
      const y = curve.metric === 'success' ? Number(stream.uniform() < level) : level + 0.05 * (stream.uniform() - 0.5)
      return row(curve, { task: `t${i}`, x, y, n: 1 })
    }),
  ).flat()
}

function timeAndAttempts(draw: Draw): AgentRow[] {
  const swe = { source: 'swe-gym', benchmark: 'V', model: 'Q' }
  const attempts = Array.from({ length: 16 }, (_, i) => i + 1)
  return [
    ...['A', 'B'].flatMap((model) =>
      tasks({ source: 'edgebench', metric: 'score', benchmark: 'E', setting: 'kind', model }, [2, 4, 6, 12], 30, draw),
    ),
    ...shares({ ...swe, metric: 'selected', setting: 'verifier' }, attempts, 500, draw),
    ...shares({ ...swe, metric: 'coverage' }, attempts, 500, draw),
    ...['hybrid', 'free'].flatMap((setting) =>
      shares({ source: 'r2e-gym', metric: 'selected', setting, model: 'R' }, [1, 6, 11, 26], 500, draw),
    ),
    ...shares({ source: 'monkeys', metric: 'coverage', model: 'M' }, [1, 10, 100, 250], 300, draw),
  ]
}

/** Attempts of which a model picks one; effort of which nobody knows how much it is. */
function choice(draw: Draw): AgentRow[] {
  const parallel = { source: 'general-agentbench', setting: 'parallel', axis: 'attempts' }
  const effort = { source: 'hal', metric: 'success', benchmark: 'gaia', agent: 'H', model: 'A' }
  return [
    ...['self_pointwise', 'gpt5_pointwise'].flatMap((metric) =>
      ['search', 'swebench'].flatMap((benchmark) =>
        shares({ ...parallel, benchmark, model: 'A', metric }, [1, 2, 3, 4], 400, draw),
      ),
    ),
    ...shares(effort, [1, 2], 160, draw).map((one) => ({ ...one, x: null, setting: one.x === 1 ? null : 'high' })),
  ]
}

function context(draw: Draw, unrecorded: boolean): AgentRow[] {
  const rot = { source: 'context-rot', metric: 'success', model: 'gpt' }
  const budgets = [48, 64, 80, 96, 112, 128]
  const gab = { source: 'general-agentbench', setting: 'sequential', axis: 'context' }
  const plain = ['search', 'swebench'].flatMap((benchmark) =>
    ['Gemini-2.5-Flash', 'Qwen3-235B'].flatMap((model) =>
      tasks({ ...gab, benchmark, model, metric: 'success' }, budgets, 200, draw),
    ),
  )
  const late = (one: AgentRow): boolean => one.x === 128 && Number(one.task!.slice(1)) < 80
  return [
    ...shares({ ...rot, benchmark: 'LongMemEval' }, [269, 112_673], 306, draw),
    ...shares({ ...rot, benchmark: 'low-similarity needle' }, [500, 5000, 900_000], 11, draw),
    ...plain.map((one) => (unrecorded && late(one) ? { ...one, y: 0, note: noRecord } : one)),
    ...['judge_score', 'score'].flatMap((metric) =>
      tasks({ ...gab, benchmark: 'mcpbench', model: 'Qwen3-235B', metric }, budgets, 50, draw),
    ),
    ...['search', 'swebench'].flatMap((benchmark) =>
      budgets.map((x) =>
        row({ ...gab, metric: 'tokens' }, { benchmark, model: 'Gemini-2.5-Flash', x, y: x * x, n: 200 }),
      ),
    ),
  ]
}

function management(draw: Draw): AgentRow[] {
  return ['A', 'B', 'C', 'D'].flatMap((model) => {
    const [without, managed] = shares({ source: 'kimi-k2.5', metric: 'success' }, [1, 2], 1266, draw).map(({ y }) => y)
    const arm = (setting: string, y: number): AgentRow =>
      row({ source: 'kimi-k2.5', metric: 'success', benchmark: 'BrowseComp', model, setting }, { y, n: 1266 })
    return [arm('none', without!), arm('context management', managed!), arm('agent swarm', managed!)]
  })
}

function depth(draw: Draw): AgentRow[] {
  const efforts = ['low', 'medium', 'high']
  return ['gpt-oss-20B', 'gpt-oss-120B', 'other'].flatMap((model) =>
    ['BM25', 'Qwen3-Embed-8B'].flatMap((setting) =>
      shares({ source: 'browsecomp-plus', metric: 'success', setting }, [2, 10, 20], 830, draw).map((one, i) => ({
        ...one,
        model: `${model}-${efforts[i]!}`,
      })),
    ),
  )
}

function agents(draw: Draw): AgentRow[] {
  const sizes = [1, 2, 3, 4, 5]
  const success = 'success'
  const teams = ['pre-assigned', 'self-organised'].flatMap((agent) =>
    ['p = 0.9', 'p = 0.5', 'p = 0.2'].flatMap((setting) =>
      ['A', 'B', 'C'].flatMap((model) =>
        shares({ source: 'llm-teams', metric: success, agent, setting, model, benchmark: 's' }, sizes, 15, draw),
      ),
    ),
  )
  const pairs = ['A', 'B', 'C'].flatMap((model) =>
    shares({ source: 'cooperbench', metric: success, model, benchmark: 'C' }, [1, 2], 652, draw).map((one) => ({
      ...one,
      setting: one.x === 1 ? 'solo' : 'coop',
    })),
  )
  const report = shares({ source: 'cooperbench-report', metric: success, benchmark: 'C' }, [1, 2], 652, draw)
  const roles = ['score', 'passed'].flatMap((metric) =>
    ['A', 'B'].flatMap((model) =>
      tasks({ source: 'teambench', metric, benchmark: 'T', model }, [1, 3], 200, draw).flatMap((one) => {
        const own = { ...one, x: null }
        return one.x === 3 ? [{ ...own, agent: 'full' }] : ['oracle', 'restricted'].map((agent) => ({ ...own, agent }))
      }),
    ),
  )
  return [
    ...teams,
    ...pairs,
    ...report.map((one) => ({ ...one, setting: one.x === 1 ? 'solo' : 'team' })),
    ...shares({ source: 'cooperbench-sizes', metric: success, benchmark: 'C' }, [2, 3, 4], 46, draw),
    ...roles,
    ...silo(draw),
    ...architectures(draw),
  ]
}

/** Teams of three against one agent, and sub-agents whose number nobody knows. */
function architectures(draw: Draw): AgentRow[] {
  const own = { source: 'kim-2025', metric: 'success' }
  const subagents = {
    source: 'openhands',
    agent: 'openhands against openhands_subagents',
    benchmark: 'gaia',
    model: 'A',
  }
  const solved = { both_solved: 60, only_single: 10, only_subagents: 10, neither_solved: 20 }
  return [
    ...shares(own, [1, 3], 400, draw).map((one) => ({ ...one, n: null, agent: one.x === 1 ? 'SAS' : 'Hybrid' })),
    ...Object.entries(solved).map(([metric, y]) => figure({ ...subagents, metric, y, n: 100 })),
  ]
}

function silo(draw: Draw): AgentRow[] {
  const own = { source: 'silo-bench', metric: 'success', model: 'GPT-OSS-120B' }
  const [alone, team] = shares(own, [1, 10], 300, draw)
  return [
    { ...alone!, x: 10, agent: 'single agent', setting: 'level I' },
    { ...team!, n: null, agent: 'team', setting: 'level I', note: 'table with the single agent' },
    { ...team!, n: null, agent: 'team', setting: 'all' },
  ]
}
