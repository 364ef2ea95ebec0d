import { clusterMean } from '@lawbook/estimators'
import { clustersBy, type WithError } from './estimate.ts'
import { groupBy, type RowOf } from './rows.ts'

/** The score of one model on one task after the first and the last published hour, in points. */
export type HourPair = { readonly task: string; readonly model: string; readonly first: number; readonly last: number }

/** Every model and task with a score at both ends; what lacks one is left out and counted in the books. */
export function hourPairs(rows: readonly RowOf<'hours'>[]): HourPair[] {
  const tasks = rows.filter(({ task, y }) => task !== null && y !== null)
  const [from, to] = [Math.min(...tasks.map(({ x }) => x!)), Math.max(...tasks.map(({ x }) => x!))]
  return [...groupBy(tasks, ({ task, model }) => JSON.stringify([task, model])).values()].flatMap((own) => {
    const [first, last] = [from, to].map((x) => own.find((row) => row.x === x)?.y)
    if (first == null || last == null) return []
    return [{ task: own[0]!.task!, model: own[0]!.model!, first: 100 * first, last: 100 * last }]
  })
}

/** The mean gain over pairs: tasks are resampled, since the models share them. */
export function hourGain(pairs: readonly HourPair[]): WithError {
  return clusterMean({
    values: Float64Array.from(pairs, ({ first, last }) => last - first),
    clusters: clustersBy(pairs.map(({ task }) => task)),
  })
}
