import type { Stream } from '@lawbook/base'
import { subsetCoverage } from './attemptRates.ts'

/** Draws the curves of a sweep again, as another sample of tasks would have shown them. */
export type Redraw = (stream: Stream) => Float64Array[]

/** How often each of the categories comes up in `n` draws with the given (unnormalised) weights. */
export function multinomial(weights: ArrayLike<number>, n: number, stream: Stream): Int32Array {
  const upTo = new Float64Array(weights.length)
  let sum = 0
  for (let c = 0; c < weights.length; c++) upTo[c] = sum += weights[c]!
  const counts = new Int32Array(weights.length)
  for (let i = 0; i < n; i++) {
    const u = stream.uniform() * sum
    let [low, high] = [0, upTo.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (u < upTo[middle]!) high = middle
      else low = middle + 1
    }
    counts[low]! += 1
  }
  return counts
}

/** Coverage at each k from how many tasks were solved in 0..m of m attempts. */
export function coverageFrom(counts: ArrayLike<number>, ks: Float64Array): Float64Array {
  const m = counts.length - 1
  let tasks = 0
  for (let c = 0; c <= m; c++) tasks += counts[c]!
  return ks.map((k) => {
    let covered = 0
    for (let c = 1; c <= m; c++) if (counts[c] !== 0) covered += counts[c]! * subsetCoverage(m, c, k)
    return covered / tasks
  })
}

/** A coverage curve with the deviations that n tasks from a population of solved counts would have. */
export function coverageNoise(
  y: Float64Array,
  ks: Float64Array,
  chances: Float64Array,
  n: number,
): (stream: Stream) => Float64Array {
  const expected = coverageFrom(chances, ks)
  // The table of all k and c, since the same cells come up in every draw.
  const m = chances.length - 1
  const table = Array.from(ks, (k) => Float64Array.from({ length: m + 1 }, (_, c) => subsetCoverage(m, c, k)))
  return (stream) => {
    const counts = multinomial(chances, n, stream)
    return y.map((value, i) => {
      let covered = 0
      for (let c = 1; c <= m; c++) covered += counts[c]! * table[i]![c]!
      return value + covered / n - expected[i]!
    })
  }
}

/**
 * A curve of shares of n tasks of which each succeeds from some budget on: at every budget the share of uniform deviates
 * below y. Binomial at each point, with the same tasks along the curve.
 */
export function nestedNoise(y: Float64Array, n: number): (stream: Stream) => Float64Array {
  return (stream) => {
    const solved = new Float64Array(y.length)
    for (let i = 0; i < n; i++) {
      const u = stream.uniform()
      for (let k = 0; k < y.length; k++) if (u < y[k]!) solved[k]! += 1
    }
    return solved.map((count) => count / n)
  }
}

/** A curve with a reading error, uniform to `reach` either side, at all points but the first and last. */
export function readingError(y: Float64Array, reach: number, stream: Stream): Float64Array {
  return y.map((value, k) => (k === 0 || k === y.length - 1 ? value : value + reach * (2 * stream.uniform() - 1)))
}

/** Tasks of several curves: one outcome a budget, and how many tasks are alike. */
export type TaskOutcomes = { readonly task: string; readonly n: number; readonly y: Float64Array }

/**
 * Tasks drawn again. Curves whose tasks are named are drawn together, so that a task stands or falls for all of them;
 * groups of tasks are known within a curve only, and are drawn curve by curve.
 */
export function taskNoise(curves: readonly (readonly TaskOutcomes[])[]): Redraw {
  const named = curves.every((tasks) => tasks.every(({ n }) => n === 1))
  return (stream) => {
    if (!named)
      return curves.map((tasks) =>
        meanOf(
          tasks,
          multinomial(
            tasks.map(({ n }) => n),
            total(tasks),
            stream,
          ),
        ),
      )
    const names = [...new Set(curves.flatMap((tasks) => tasks.map(({ task }) => task)))]
    const drawn = multinomial(
      names.map(() => 1),
      names.length,
      stream,
    )
    const times = new Map(names.map((name, i) => [name, drawn[i]!]))
    return curves.map((tasks) =>
      meanOf(
        tasks,
        Int32Array.from(tasks, ({ task }) => times.get(task)!),
      ),
    )
  }
}

const total = (tasks: readonly TaskOutcomes[]): number => tasks.reduce((sum, { n }) => sum + n, 0)

/** The mean outcome at each budget, tasks counting as often as said. */
export function meanOf(tasks: readonly TaskOutcomes[], times: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(tasks[0]!.y.length)
  let count = 0
  for (let i = 0; i < tasks.length; i++) {
    if (times[i] === 0) continue
    count += times[i]!
    for (let k = 0; k < sums.length; k++) sums[k]! += times[i]! * tasks[i]!.y[k]!
  }
  return sums.map((sum) => sum / count)
}
