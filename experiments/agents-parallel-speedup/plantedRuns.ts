import { type AgentRow, type AgentRuns, figure, plantedSources } from '@lawbook/agent-runs'
import { type Stream, streamsOf } from '@lawbook/base'
import { predict, universalScalability } from '@lawbook/estimators'
import { type Growth, plantedJobRows, plantedTeamRows, type Variation } from './planted.ts'
import { printedParameters } from './reference.ts'

const sizes = Float64Array.of(1, 2, 3, 4, 5)

/** A whole data set with a known law of speed and of cost, in the columns of the published one. */
export function plantedRuns(of: {
  readonly name: string
  readonly speed: Growth
  readonly cost: Growth
  readonly variation: Variation
  readonly runs: number
}): AgentRuns {
  const { name, speed, cost, variation, runs } = of
  const stream = (purpose: string): Stream => streamsOf('planted runs')(name, purpose)
  const teams = plantedTeamRows(
    {
      suites: ['suite a', 'suite b', 'suite c'],
      models: ['model a', 'model b', 'model c'],
      works: ['pre-assigned', 'self-organised'].flatMap((assignment) => [0.9, 0.5].map((p) => ({ assignment, p }))),
      sizes,
      runs,
      deviates: 'pair',
    },
    { growth: speed, variation },
    { growth: cost, variation },
    stream('teams'),
  )
  const series = ['one', 'two', 'three direct', 'three proxy', 'four']
  const jobs = plantedJobRows(series, sizes, runs, { growth: speed, variation }, stream('jobs'))
  const rows = [...teams, ...jobs, ...siloRows(), ...referenceRows(), ...turnRows()]
  return { rows, sources: plantedSources(rows), runLevel: null }
}

/** Tokens a round that grow in proportion, with a model of its own level and a little more or less. */
function siloRows(): AgentRow[] {
  return [0.9, 1, 1.1].flatMap((exponent, k) =>
    [2, 10, 100].map((x) =>
      figure({
        source: 'silo-bench',
        benchmark: 'Silo-Bench',
        setting: 'all',
        model: `model ${k}`,
        x,
        metric: 'tokens_per_round',
        y: Math.exp(k + exponent * Math.log(x)),
      }),
    ),
  )
}

/** Both reference data sets, exactly on the law with the printed parameters. */
function referenceRows(): AgentRow[] {
  const workers = Float64Array.of(1, 4, 16, 64, 128, 256)
  return Object.entries(printedParameters).flatMap(([id, parameters]) => {
    const throughput = predict(universalScalability, workers, Float64Array.from(parameters))
    return Array.from(workers, (x, i) =>
      figure({ source: `usl-${id}`, benchmark: id, x, metric: 'throughput', y: throughput[i]! }),
    )
  })
}

function turnRows(): AgentRow[] {
  return [1, 3, 4].map((x) =>
    figure({ source: 'kim-2025', agent: `architecture of ${x}`, x, metric: 'turns', y: 7 * x }),
  )
}
