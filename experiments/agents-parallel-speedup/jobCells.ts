import type { Cell } from './cells.ts'
import type { JobSeries } from './evidence.ts'

/**
 * Independent jobs as cells with a parallel share of 1, one a series and number of agents, for the comparison with run
 * noise. Their spread is not published: `spread` stands for the standard deviation of ln time between `repetitions`.
 */
export function jobCells(jobs: readonly JobSeries[], spread: number, repetitions: number): Cell[] {
  return jobs.flatMap(({ series, sizes, logs }) =>
    Array.from(
      sizes,
      (agents, k): Cell => ({
        suite: 'independent jobs',
        model: series,
        assignment: 'none',
        p: 1,
        agents,
        runs: repetitions,
        success: 1,
        logTime: { mean: -logs[k]!, sd: spread, n: repetitions },
        time: null,
        logTokens: null,
        logTimeAll: null,
        logTokensAll: null,
        tokensAll: null,
      }),
    ),
  )
}
