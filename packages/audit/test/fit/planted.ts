import { type StreamFactory, streamsOf } from '@lawbook/base'
import { lawById, predict } from '@lawbook/estimators'
import type { Curve } from '../../src/fit/curve.ts'

const streams: StreamFactory = streamsOf('planted curves')

/** Accuracies that follow a law, as a file: successes of trials drawn one by one, or exact without trials. */
export function plantedCsv(id: string, theta: readonly number[], sizes: readonly number[], trials?: number): string {
  const exact = predict(lawById(id), Float64Array.from(sizes), Float64Array.from(theta))
  const stream = streams(id, sizes.length, trials ?? 0)
  const rows = sizes.map((size, i) => {
    if (trials === undefined) return `${size},${exact[i]}`
    let successes = 0
    for (let k = 0; k < trials; k++) if (stream.uniform() < exact[i]!) successes++
    return `${size},${successes / trials},${trials}`
  })
  return `${['N,accuracy', ...(trials === undefined ? [] : ['trials'])].join(',')}\n${rows.join('\n')}\n`
}

export const ladder: readonly number[] = [10, 20, 50, 100, 200, 500, 1000, 2000]

/** A curve of a few points with equal weights. */
export function curveFrom(points: readonly (readonly [x: number, y: number])[]): Curve {
  const all = points.map(([x, y]) => ({ x, y, trials: null, se: null }))
  const share = all.every(({ y }) => y >= 0 && y <= 1)
  return { file: 'curve.csv', x: 'N', y: 'accuracy', points: all, weighed: 'equal', share, leftOut: [] }
}
