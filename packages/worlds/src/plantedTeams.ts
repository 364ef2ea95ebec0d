import { fail, type Stream } from '@lawbook/base'
import { checkSpreads } from './checkSpreads.ts'
import { clusterEffects } from './clusterEffects.ts'
import { lawMeans, type PlantedLaw } from './plantedLaw.ts'

/** Throughput of teams, run by run, and the true speed-up. */
export type PlantedTeams = {
  /**
   * Work done per unit of time: sizes x tasks x repetitions, row by row. A task of unit work takes 1 / throughput of
   * wall-clock time.
   */
  readonly throughput: Float64Array
  /** The true speed-up of a team of each size over one agent, f(n) / f(1). */
  readonly speedUp: Float64Array
}

/**
 * Teams of the given sizes n on the same tasks, `repetitions` runs of each task at each size: ln X = ln f(n) + l_s +
 * d_s ln n + e, f the planted law of throughput (`amdahl`, `universal-scalability`, or `power` with b = -1 for linear
 * growth, b below -1 for super-linear growth, or `nullLaw` for no speed-up). l_s ~ N(0, levelSd^2) and d_s ~ N(0,
 * exponentSd^2) belong to the task's suite s, how fast it goes and by how much its exponent differs; e ~ N(0, runSd^2)
 * to the run. So throughput is lognormal with median f(n) over suites and runs, and the geometric mean of X(n) / X(1)
 * over them is f(n) / f(1) exactly; the arithmetic mean of ratios is above it. Runs of a suite share d_s in their
 * speed-up, so suites are its clusters.
 *
 * `suites` is the suite of each task (`unequalPackages` gives unequal ones). The law has one input. Throws as
 * `lawMeans` does, LB_DOMAIN for a negative standard deviation, repetitions below 1 or a law that is not above 0,
 * LB_FIT without tasks or for a law of several inputs.
 */
export function plantedTeams(
  options: PlantedLaw & {
    readonly sizes: Float64Array
    readonly suites: Int32Array
    readonly repetitions: number
    readonly levelSd: number
    readonly exponentSd: number
    readonly runSd: number
    readonly stream: Stream
  },
): PlantedTeams {
  const { law, sizes, suites, repetitions, levelSd, exponentSd, runSd, stream } = options
  checkSpreads({ levelSd, exponentSd, runSd })
  if (law.inputs.length !== 1)
    fail('LB_FIT', `the law "${law.id}" has ${law.inputs.length} inputs; teams need one of their size alone`)
  if (suites.length === 0) fail('LB_FIT', 'cannot plant teams without tasks; give the suite of at least one')
  if (!(Number.isInteger(repetitions) && repetitions >= 1))
    fail('LB_DOMAIN', `cannot repeat a task ${repetitions} times; repetitions must be an integer of at least 1`)
  const [alone, ...together] = lawMeans(options, Float64Array.of(1, ...sizes))
  for (const [k, value] of [alone!, ...together].entries())
    if (!(value > 0))
      fail(
        'LB_DOMAIN',
        `cannot plant a throughput of ${value} at n = ${k === 0 ? 1 : sizes[k - 1]}; it must be above 0`,
      )
  const levels = clusterEffects(suites, stream)
  const exponents = clusterEffects(suites, stream)
  const throughput = new Float64Array(sizes.length * suites.length * repetitions)
  let row = 0
  for (const [k, n] of sizes.entries())
    for (const [j, level] of levels.entries())
      for (let repetition = 0; repetition < repetitions; repetition++) {
        const deviation = levelSd * level + exponentSd * exponents[j]! * Math.log(n) + runSd * stream.normal()
        throughput[row++] = together[k]! * Math.exp(deviation)
      }
  return { throughput, speedUp: Float64Array.from(together, (value) => value / alone!) }
}
