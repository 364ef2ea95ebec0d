import { type AgentRow, type AgentRuns, figure, plantedSources } from '@lawbook/agent-runs'
import { fail, type Stream } from '@lawbook/base'
import { predict } from '@lawbook/estimators'
import { type PlantedLaw, plantedTrials } from '@lawbook/worlds'
import { type SweepPlace, sweepPlaces } from './ladders.ts'
import { nestedNoise, readingError } from './noise.ts'
import { type Ends, plantedWorlds } from './plantedLaws.ts'

type Design = { readonly x: readonly number[]; readonly tasks: number; readonly from: number; readonly to: number }

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, k) => from + k)
const passes = (tasks: number, from: number, to: number): Design => ({ x: range(1, 4), tasks, from, to })

/**
 * Ladders like those of the published sweeps, and one curve on as many tasks as the curves of a sweep have together: a
 * mean over models is about as noisy as that. Ends are near those of the mean curve; tokens of contexts are the geometric
 * means over the curves, and where success falls along contexts it falls here.
 */
const designs: Readonly<Record<string, Design>> = {
  'swe-gym': { x: range(1, 16), tasks: 500, from: 0.2, to: 0.43 },
  'r2e-gym': { x: [1, 6, 11, 16, 21, 26], tasks: 500, from: 0.3, to: 0.5 },
  monkeys: { x: [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 250], tasks: 300, from: 0.15, to: 0.55 },
  edgebench: { x: [2, 4, 6, 8, 10, 12], tasks: 250, from: 0.26, to: 0.36 },
  'context-mathhay': { x: [0.27, 0.35, 0.7, 1.05, 2.4, 11.5], tasks: 224, from: 0.48, to: 0.455 },
  'context-search': { x: [0.16, 3, 8, 14, 25, 36], tasks: 339, from: 0.08, to: 0.175 },
  'context-swebench': { x: [0.15, 2.1, 6.6, 12, 24, 33], tasks: 50, from: 0.04, to: 0.2 },
  'context-tau2bench': { x: [32, 48, 64, 80, 96, 112], tasks: 198, from: 0.13, to: 0.175 },
  'context-mcpbench': { x: [0.28, 1.8, 3.9, 6.3, 10.3], tasks: 199, from: 0.28, to: 0.14 },
  'passes-mathhay': passes(375, 0.4, 0.6),
  'passes-search': passes(1000, 0.26, 0.35),
  'passes-swebench': passes(250, 0.26, 0.35),
  'passes-tau2bench': passes(250, 0.4, 0.6),
  'passes-terminalbench': passes(400, 0.19, 0.25),
}

function designOf({ id, replaces }: SweepPlace): Design {
  return designs[replaces ?? id]!
}

/** The law of a world on the ladder of a sweep, and its curve without noise. */
export function plantedCurveOf(
  world: string,
  place: SweepPlace,
): { law: PlantedLaw; x: Float64Array; y: Float64Array } {
  const { x, from, to } = designOf(place)
  const ends: Ends = { x0: x[0]!, y0: from, x1: x.at(-1)!, y1: to }
  const law = plantedWorlds[world]!(ends)
  const xs = Float64Array.from(x)
  return { law, x: xs, y: predict(law.law, xs, law.parameters) }
}

/** The rows of one planted sweep, one model, in the columns of the published ones; `times` as many tasks as usual. */
export function plantedSweep(world: string, place: SweepPlace, stream: Stream, times = 1): AgentRow[] {
  const { law, x, y } = plantedCurveOf(world, place)
  const tasks = times * designOf(place).tasks
  const { source, benchmark, axis, metric, setting } = place.rows
  const one = figure({
    source,
    benchmark,
    axis,
    model: 'planted',
    setting: [setting ?? null].flat()[0] ?? null,
    metric: [metric].flat()[0]!,
    y: null,
  })
  if (place.published === 'solved') return passRows(one, y, tasks, stream)
  if (place.published === 'tasks') {
    const clusters = Int32Array.from({ length: tasks }, (_, i) => i)
    const { successes } = plantedTrials({ ...law, x, clusters, rho: 0.9, stream })
    const budgets = x.map((_, k) => (place.budget === 'tokens' ? 32 + 16 * k : x[k]!))
    const outcomes = taskGroups(successes, tasks, x.length).flatMap(({ pattern, n }, g) =>
      Array.from(
        budgets,
        (budget, k): AgentRow => ({ ...one, task: `g${g + 1}`, x: budget, y: Number(pattern[k]), n }),
      ),
    )
    if (place.budget !== 'tokens') return outcomes
    return [
      ...outcomes,
      ...Array.from(x, (tokens, k): AgentRow => ({ ...one, x: budgets[k]!, metric: 'tokens', y: tokens, n: tasks })),
    ]
  }
  const shown = nestedNoise(y, tasks)(stream)
  const read = place.digitised === true ? readingError(shown, 0.01, stream) : shown
  return Array.from(x, (at, k): AgentRow => ({ ...one, x: at, y: read[k]!, n: tasks }))
}

/** Tasks with equal outcomes at all budgets, as the published rows have them. `successes` is budgets x tasks. */
function taskGroups(successes: Int32Array, tasks: number, budgets: number): { pattern: string; n: number }[] {
  const groups = new Map<string, number>()
  for (let i = 0; i < tasks; i++) {
    let pattern = ''
    for (let k = 0; k < budgets; k++) pattern += successes[k * tasks + i]!
    groups.set(pattern, (groups.get(pattern) ?? 0) + 1)
  }
  return [...groups].map(([pattern, n]) => ({ pattern, n }))
}

/**
 * How many tasks are solved in 0 to 4 of four passes. By Newton's formula the chance of c of m is C(m, c) sum_j (-1)^j
 * C(c, j) left(m - c + j), with left(k) = 1 - coverage(k) the chance that k passes fail.
 */
function passRows(one: AgentRow, coverage: Float64Array, tasks: number, stream: Stream): AgentRow[] {
  const left = [1, ...coverage.map((value) => 1 - value)]
  const chances = [0, 1, 2, 3, 4].map((c) => {
    const signed = range(0, c).reduce((sum, j) => sum + (j % 2 === 0 ? 1 : -1) * choose(c, j) * left[4 - c + j]!, 0)
    return choose(4, c) * signed
  })
  if (chances.some((chance) => chance < -1e-9))
    fail(
      'LB_DOMAIN',
      `no passes have the coverage ${coverage.join(', ')}; plant a curve that bends less after the first`,
    )
  const counts = [0, 0, 0, 0, 0]
  for (let i = 0; i < tasks; i++) {
    let u = stream.uniform()
    const c = chances.findIndex((chance) => (u -= chance) < 0)
    counts[c === -1 ? 4 : c]! += 1
  }
  return counts.map((count, c): AgentRow => ({ ...one, x: c, y: count, n: 4 }))
}

const choose = (n: number, k: number): number => [[1], [1, 1], [1, 2, 1], [1, 3, 3, 1], [1, 4, 6, 4, 1]][n]![k]!

/** A whole data set: the sweeps of a world, what replaces them, and a few rows of what is drawn only. */
export function plantedRuns(world: string, stream: Stream, times = 1): AgentRuns {
  const rows = [...sweepPlaces.flatMap((place) => plantedSweep(world, place, stream, times)), ...drawnRows()]
  return { rows, sources: plantedSources(rows), runLevel: null }
}

function drawnRows(): AgentRow[] {
  const agents = range(1, 6)
  const curve = (axis: string, benchmark: string): AgentRow[] =>
    range(1, 12).map((x) =>
      figure({
        source: 'mini-swe-agent',
        benchmark,
        agent: 'mini-SWE-agent',
        model: 'm1',
        axis,
        x,
        metric: 'success',
        y: x / (x + 4),
        n: 500,
      }),
    )
  const section = (source: string, benchmark: string): AgentRow[] =>
    agents.flatMap((i) => [
      figure({ source, benchmark, agent: 'a', model: `m${i}`, metric: 'success', y: 0.1 * i, n: 50 }),
      figure({ source, benchmark, agent: 'a', model: `m${i}`, metric: 'cost', y: 0.2 * i * i, n: 50 }),
    ])
  return [
    ...curve('steps', 'SWE-bench Verified'),
    ...curve('spend', 'SWE-bench Verified'),
    ...section('hal', 'gaia'),
    ...section('hal', 'swebench-verified-mini'),
    ...section('openhands', 'gaia'),
    ...section('openhands', 'swe-bench'),
    ...section('mini-swe-agent', 'SWE-bench Verified'),
  ]
}
