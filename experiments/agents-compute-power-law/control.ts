import type { StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { coverage, coverageOf, plantedAttempts, type TaskRates } from '@lawbook/worlds'
import { subsetCoverage } from './attemptRates.ts'
import type { Choices } from './choices.ts'
import { allForms } from './forms.ts'
import { show } from './judge.ts'
import { statisticNames } from './statistics.ts'

const ladder = Float64Array.of(1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 250)

type Population = {
  readonly id: string
  readonly rates: TaskRates | number
  readonly draw: (choices: Choices, stream: StreamFactory) => Float64Array
}

/**
 * Three populations of tasks under repeated attempts. Heavy-tailed rates Beta(0.3, 0.35), beta = (1 - alpha) / 2, for
 * which the expected error is nearly a power of k from the first attempt on, although the error of every single task
 * falls exponentially (Schaeffer et al. 2025, arXiv 2502.17578); one rate for all tasks, so that the error is
 * exponential; and rates of 0 and 1, where attempts change nothing.
 */
const populations: readonly Population[] = [
  {
    id: 'heavy-tail',
    rates: { alpha: 0.3, beta: 0.35 },
    draw: (choices, stream) => attempted({ alpha: 0.3, beta: 0.35 }, choices, stream),
  },
  { id: 'one-rate', rates: 0.02, draw: () => ladder.map((k) => coverageOf(Float64Array.of(0.02), k)) },
  { id: 'no-gain', rates: 0, draw: () => ladder.map(() => 0.4) },
]

/** Coverage of drawn tasks and attempts, as a benchmark would publish it. */
function attempted(rates: TaskRates, { controlTasks }: Choices, stream: StreamFactory): Float64Array {
  const attempts = ladder.at(-1)!
  const { outcomes } = plantedAttempts(rates, { tasks: controlTasks, attempts, stream: stream('control') })
  const solved = Array.from({ length: controlTasks }, (_, task) =>
    outcomes.subarray(task * attempts, (task + 1) * attempts).reduce((sum, one) => sum + one, 0),
  )
  return ladder.map((k) => solved.reduce((sum, c) => sum + subsetCoverage(attempts, c, k), 0) / controlTasks)
}

/**
 * The curves of the populations, the exponents of success and of error between neighbouring points, and the held-out
 * error of every form, by the code that the published curves pass through.
 */
export function controlRows(choices: Choices, stream: StreamFactory): { curves: Row[]; errors: Row[] } {
  const parts = populations.map(({ id, rates, draw }) => {
    const y = draw(choices, stream)
    const local = (of: (value: number) => number, k: number): number | null => {
      const [from, to] = [of(y[k - 1] ?? Number.NaN), of(y[k]!)]
      return from > 0 && to > 0 ? Math.log(to / from) / Math.log(ladder[k]! / ladder[k - 1]!) : null
    }
    const { statistics } = show([{ x: ladder, y }], choices)
    return {
      curves: Array.from(
        ladder,
        (k, i): Row => ({
          population: id,
          attempts: k,
          success: y[i]!,
          error: 1 - y[i]!,
          expected: typeof rates === 'number' ? y[i]! : coverage(rates, k),
          successExponent: i === 0 ? null : local((value) => value, i),
          errorExponent: i === 0 ? null : local((value) => 1 - value, i),
        }),
      ),
      errors: allForms.map(
        (form): Row => ({ population: id, form, error: statistics[statisticNames.indexOf(`error-${form}`)]! }),
      ),
    }
  })
  return { curves: parts.flatMap(({ curves }) => curves), errors: parts.flatMap(({ errors }) => errors) }
}
