import { type Stream, streamsOf } from '@lawbook/base'
import { hill, power } from '@lawbook/estimators'
import { expect, test } from 'vitest'
import {
  drawRanks,
  logLaw,
  plantedAttempts,
  plantedCurve,
  plantedPipelines,
  plantedTasks,
  plantedTeams,
  plantedTrials,
  shuffledRanks,
  shuffledSizes,
  stepsByResidual,
  unequalPackages,
} from '../src/index.ts'

const clusters = unequalPackages(12, 4)
const x = Float64Array.of(5, 50, 500)
const curve = { law: hill, parameters: Float64Array.of(60, 0.7), x }
const tasks = { level: 0, abilitySd: 1, difficultySd: 1, rho: 0.3, scale: 'logit', effect: 0.4, effectSd: 0.2 } as const
const noise = { repetitions: 2, levelSd: 0.1, exponentSd: 0.1, runSd: 0.1 }
const law = logLaw({ a: 0.9, b: 0.12, competitors: 60 })

const worlds: Record<string, (stream: Stream) => unknown> = {
  curve: (stream) => plantedCurve({ ...curve, sd: 0.1, stream }),
  'shuffled sizes': (stream) => shuffledSizes(plantedCurve({ ...curve, sd: 0.1, stream }), stream),
  trials: (stream) => plantedTrials({ ...curve, clusters, rho: 0.3, stream }),
  tasks: (stream) => plantedTasks(tasks, { models: 2, clusters, stream }),
  pipelines: (stream) =>
    plantedPipelines(
      Array.from(clusters, () => stepsByResidual(0.6, 0.5, 0.1)),
      { clusters, runs: 3, rho: 0.3, stream },
    ),
  teams: (stream) =>
    plantedTeams({ law: power, parameters: Float64Array.of(1, -1), sizes: x, suites: clusters, ...noise, stream }),
  attempts: (stream) => plantedAttempts({ alpha: 0.5, beta: 2 }, { tasks: 6, attempts: 5, stream }),
  'shuffled ranks': (stream) => shuffledRanks(drawRanks(law, clusters, 0.3, stream), stream),
}

test.each(Object.entries(worlds))(
  '%s depend on the key of their stream alone, not on the order of draws',
  (_, draw) => {
    const stream = streamsOf('streams.test')
    const keys = [0, 1, 2, 3]
    const forwards = keys.map((key) => draw(stream('world', key)))
    const backwards = [...keys].reverse().map((key) => draw(stream('world', key)))
    expect(backwards.reverse()).toEqual(forwards)
    for (const other of forwards.slice(1)) expect(other).not.toEqual(forwards[0])
  },
)
