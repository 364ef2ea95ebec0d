import { type AgentRuns, figure, plantedSources } from '@lawbook/agent-runs'
import type { Cell } from './cells.ts'
import type { SizeSweep } from './sweeps.ts'
import type { Score } from './teamBench.ts'

/** Planted sweeps, cells and scores as a data set, so that they go through the experiment from its first step on. */
export function plantedRuns(planted: {
  readonly sweeps?: readonly SizeSweep[]
  /** Runs behind each share of a sweep. */
  readonly runs?: number
  readonly cells?: readonly Cell[]
  readonly scores?: readonly Score[]
}): AgentRuns {
  const rows = [
    ...(planted.sweeps ?? []).flatMap(({ id, sizes, means }) =>
      Array.from(sizes, (x, k) =>
        figure({
          source: 'planted',
          metric: 'success',
          model: id,
          axis: 'agents',
          x,
          y: means[k]!,
          n: planted.runs ?? null,
        }),
      ),
    ),
    ...(planted.cells ?? []).flatMap(({ model, suite, sizes, shares, runs }) =>
      Array.from(sizes, (x, k) =>
        figure({
          source: 'llm-teams',
          metric: 'success',
          benchmark: suite,
          setting: 'p = 0.2',
          agent: 'self-organised',
          model,
          axis: 'agents',
          x,
          y: shares[k]!,
          n: runs[k]!,
        }),
      ),
    ),
    ...(planted.scores ?? []).flatMap(({ model, task, solo, restricted, team }) =>
      Object.entries({ oracle: solo, restricted, full: team }).map(([agent, y]) =>
        figure({
          source: 'teambench',
          agent,
          model,
          task,
          metric: 'score',
          y,
          n: 1,
        }),
      ),
    ),
  ]
  return { rows, sources: plantedSources(rows), runLevel: null }
}
