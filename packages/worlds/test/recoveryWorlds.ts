import { type Law, laws, predict } from '@lawbook/estimators'

/** A law with planted parameters, the points (row by row), and the standard deviation of the noise about it. */
export type RecoveryWorld = {
  readonly law: Law
  readonly parameters: Float64Array
  readonly x: Float64Array
  readonly sd: number
}

const times = (count: number, rows: readonly (readonly number[])[]): number[][] =>
  rows.flatMap((row) => Array.from({ length: count }, () => [...row]))
const each = (sizes: readonly number[]): number[][] => sizes.map((size) => [size])

/** The sizes of libraries for which the routing law was published. */
const published = [10, 20, 50, 100, 200, 500]
const libraries = times(5, each(published))
/** A longer ladder with a point at both ends, for curves that bend twice. */
const wide = times(3, each([2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000]))
const samples = times(3, each([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]))
const agents = times(3, each([1, 2, 3, 4, 6, 8, 12, 16, 24, 32]))
const processors = times(3, each([1, 4, 8, 12, 16, 20, 24, 28, 32, 48, 64]))
const gaps = each(Array.from({ length: 60 }, (_, k) => k / 60))
const chains = times(
  2,
  published.flatMap((size) => [1, 2, 3, 4, 5].map((depth) => [size, depth])),
)

/**
 * What is planted, by the id of the law. Constants of arXiv 2605.16508 for the routing law, the capability gap and the
 * pipeline; a ray tracer of 20 rays a second for universal scalability; the others run over most of their range.
 */
const planted: Readonly<Record<string, { parameters: number[]; rows: number[][]; sd: number }>> = {
  log: { parameters: [0.834, 0.042], rows: libraries, sd: 0.02 },
  harmonic: { parameters: [0.86, 0.042], rows: libraries, sd: 0.02 },
  power: { parameters: [0.95, 0.08], rows: libraries, sd: 0.02 },
  'shifted-power': { parameters: [2.5, 0.3, 20], rows: wide, sd: 0.02 },
  hill: { parameters: [300, 0.7], rows: libraries, sd: 0.02 },
  logistic: { parameters: [0.9, 1.2, 4.6], rows: wide, sd: 0.02 },
  'log-logistic': { parameters: [0.2, 0.65, 80, 1.5], rows: wide, sd: 0.02 },
  'signal-detection': { parameters: [2.5, 1.5], rows: libraries, sd: 0.02 },
  boltzmann: { parameters: [0.85, 0.25], rows: libraries, sd: 0.02 },
  'error-power': { parameters: [0.9, 0.3], rows: libraries, sd: 0.02 },
  'error-power-floor': { parameters: [0.1, 0.8, 0.5], rows: samples, sd: 0.02 },
  'exponentiated-power': { parameters: [1.8, 0.45], rows: samples, sd: 0.02 },
  saturating: { parameters: [0.8, 12, 1.1], rows: samples, sd: 0.02 },
  amdahl: { parameters: [1, 0.9], rows: agents, sd: 0.2 },
  'universal-scalability': { parameters: [20, 0.05, 0.0001], rows: processors, sd: 3 },
  'capability-gap': { parameters: [0.31, 0.265, 0.25, 0.12], rows: gaps, sd: 0.01 },
  pipeline: { parameters: [0.834, 0.042, 1.4], rows: chains, sd: 0.02 },
}

/** One world for every law: its noise is that of shares of some 500 decisions, or of a few per cent of throughput. */
export const recoveryWorlds: readonly RecoveryWorld[] = laws.map((law) => {
  const { parameters, rows, sd } = planted[law.id]!
  return { law, parameters: Float64Array.from(parameters), x: Float64Array.from(rows.flat()), sd }
})

export function worldOf(id: string, changes: Partial<RecoveryWorld> = {}): RecoveryWorld {
  return { ...recoveryWorlds.find(({ law }) => law.id === id)!, ...changes }
}

/** Worlds at the edge of what the data determine, with small noise. */
export const edgeWorlds: readonly RecoveryWorld[] = [
  worldOf('pipeline', { sd: 0.001 }),
  worldOf('capability-gap', { sd: 0.002 }),
  worldOf('signal-detection', { parameters: Float64Array.of(2.5, 0.3) }),
  worldOf('universal-scalability', { parameters: Float64Array.of(20, 0.05, 0.00001) }),
  worldOf('error-power-floor', { parameters: Float64Array.of(0.1, 0.8, 0.05), sd: 0.005 }),
]

/** The distinct rows of x, in their order. */
export function distinctRows({ inputs }: Law, x: Float64Array): number[][] {
  const rows = new Map<string, number[]>()
  for (let i = 0; i < x.length; i += inputs.length) {
    const row = [...x.subarray(i, i + inputs.length)]
    rows.set(row.join(), row)
  }
  return [...rows.values()]
}

/**
 * The world in which a law stands against a constant: at most `most` of its distinct points, spread over all of them
 * and filled up by repetition to at least ten, with noise as large as the law's own standard deviation over them, so
 * that the law explains about half of the variance.
 */
export function faintWorld({ law, parameters, x }: RecoveryWorld, most: number): RecoveryWorld & { level: number } {
  const distinct = distinctRows(law, x)
  const count = Math.min(most, distinct.length)
  const spread = Array.from(
    { length: count },
    (_, k) => distinct[Math.round((k * (distinct.length - 1)) / (count - 1))]!,
  )
  const points = Float64Array.from(times(Math.ceil(10 / count), spread).flat())
  const values = predict(law, points, parameters)
  const level = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - level) * (value - level), 0) / values.length
  return { law, parameters, x: points, sd: Math.sqrt(variance), level }
}
