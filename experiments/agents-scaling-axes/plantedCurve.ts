import type { Stream } from '@lawbook/base'
import { sweepById } from './axes.ts'
import type { AxesChoices } from './choices.ts'
import { byTask, type Mark, type Series, type ShareSeries, type Task, type TaskSeries } from './series.ts'

/** What is planted in a curve: points per e-fold (points, where the ratio is not known) and the traits of its tasks. */
export type Law = {
  readonly id: string
  readonly slope: number
  readonly traits: Map<string, { base: number; tilt: number }>
  readonly unrecorded: boolean
}

/** A curve with outcomes drawn about a line in ln x at its own level, cut where the level leaves no room for more. */
export function plantCurve(one: Series, law: Law, choices: AxesChoices, stream: Stream): Series {
  const level = byTask(one) ? taskLevel(one) : meanOf([...one.y].filter((y) => !Number.isNaN(y)))
  const place = sweepById(law.id).ratio === 'known' ? centred(one.x.map(Math.log)) : Float64Array.of(-0.5, 0.5)
  const reach = Math.max(...place.map(Math.abs))
  const room = Math.min(level, 1 - level)
  const rise = Math.max(-room / reach, Math.min(room / reach, law.slope / 100))
  const path = place.map((at) => rise * at)
  const slack = Math.max(0, Math.min(0.25, room - Math.abs(rise) * reach))
  return byTask(one)
    ? plantTasks(one, { ...law, level, path, slack }, choices, stream)
    : plantShares(one, level, path, stream)
}

/** Shares of n: each point its own binomial outcome, by the normal curve where n is large; without n as they are. */
function plantShares(one: ShareSeries, level: number, path: Float64Array, stream: Stream): ShareSeries {
  const y = one.n.map((n, k) => {
    const p = cut(level + path[k]!)
    return Number.isNaN(n) ? p : binomial(n, p, stream) / n
  })
  return { ...one, y }
}

function binomial(n: number, p: number, stream: Stream): number {
  if (n > 50) {
    const drawn = Math.round(n * p + Math.sqrt(n * p * (1 - p)) * stream.normal())
    return Math.min(n, Math.max(0, drawn))
  }
  let won = 0
  for (let i = 0; i < n; i++) if (stream.uniform() < p) won++
  return won
}

type Path = Law & { readonly level: number; readonly path: Float64Array; readonly slack: number }

/**
 * Tasks of their own difficulty, uniform about the level within `slack`. Successes are drawn anew at each point; scores
 * have a tilt of the task's own and noise, cut to [0, 1]. Difficulty and tilt are a task's for all curves that name it.
 */
function plantTasks(one: TaskSeries, law: Path, choices: AxesChoices, stream: Stream): TaskSeries {
  const { level, path, slack, traits } = law
  const binary = one.about.metric === 'success' || one.about.metric === 'passed'
  const last = path.length - 1
  const tasks = one.tasks.flatMap(({ id, count, marks }) =>
    Array.from({ length: count }, (_, copy): Task => {
      const name = `${id}/${copy}`
      if (!traits.has(name))
        traits.set(name, { base: slack * (2 * stream.uniform() - 1), tilt: choices.plantedTilt * stream.normal() })
      const { base, tilt } = traits.get(name)!
      const y = path.map((at, k) =>
        binary
          ? Number(stream.uniform() < level + base + at)
          : cut(level + base + at + tilt * (k / last - 0.5) + choices.plantedNoise * stream.normal()),
      )
      if (!law.unrecorded || !binary || stream.uniform() >= choices.plantedUnrecorded)
        return { id: name, count: 1, y, marks }
      y[last] = 0
      return { id: name, count: 1, y, marks: marks.map((mark, k): Mark => (k === last ? 'u' : mark)) }
    }),
  )
  return { ...one, tasks }
}

/** The mean of the recorded cells of a curve. */
function taskLevel({ tasks }: TaskSeries): number {
  let [sum, n] = [0, 0]
  for (const { y, marks, count } of tasks)
    for (const [k, mark] of marks.entries())
      if (mark === '.') {
        sum += count * y[k]!
        n += count
      }
  return n === 0 ? 0.5 : sum / n
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Values less their mean. */
function centred(values: Float64Array): Float64Array {
  const mean = meanOf([...values])
  return values.map((value) => value - mean)
}

const cut = (value: number): number => Math.min(1, Math.max(0, value))
