import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Stream, streamsOf, writeAtomic } from '@lawbook/base'
import {
  bootstrap,
  errorPowerFloor,
  fitLaw,
  hill,
  type Law,
  log,
  power,
  predict,
  signalDetection,
} from '@lawbook/estimators'
import { levenbergMarquardt } from 'ml-levenberg-marquardt'

/**
 * `pnpm bench estimators`: fits and bootstrap draws a second beside what people use today, in one run and one process.
 * Every row is timed for at least `seconds` after a warm-up, three times, and the median is kept.
 */
const seconds = 0.5
const streams = streamsOf('bench')
const root = fileURLToPath(new URL('../..', import.meta.url))

/** Calls a second: the median of three timings. */
function rate(once: () => void): number {
  for (const stop = performance.now() + 200; performance.now() < stop; ) once()
  const timings = [0, 1, 2].map(() => {
    const start = performance.now()
    let calls = 0
    while (performance.now() - start < 1000 * seconds) {
      once()
      calls++
    }
    return (1000 * calls) / (performance.now() - start)
  })
  return timings.sort((a, b) => a - b)[1]!
}

type Case = { readonly law: Law; readonly theta: readonly number[] }
const cases: readonly Case[] = [
  { law: errorPowerFloor, theta: [0.2, 1.5, 0.5] },
  { law: power, theta: [1, 0.2] },
  { law: hill, theta: [300, 0.7] },
  { law: signalDetection, theta: [2.5, 1.5] },
  { law: log, theta: [0.834, 0.042] },
]

/** n sizes from 10 to 500, evenly in ln N, and 200 noisy curves over them. */
function curves({ law, theta }: Case, n: number): { x: Float64Array; ys: Float64Array[] } {
  const x = Float64Array.from({ length: n }, (_, i) => 10 * Math.exp((i / (n - 1)) * Math.log(50)))
  const truth = predict(law, x, Float64Array.from(theta))
  const noisy = (stream: Stream): Float64Array => truth.map((value) => value + 0.02 * stream.normal())
  return { x, ys: Array.from({ length: 200 }, (_, draw) => noisy(streams(law.id, n, draw))) }
}

/** The same fit by ml-levenberg-marquardt, started at the true parameters. */
function theirs({ law, theta }: Case, x: Float64Array, y: Float64Array, options: object): number[] {
  const one = new Float64Array(1)
  const at =
    (parameters: number[]) =>
    (value: number): number => {
      one[0] = value
      return predict(law, one, Float64Array.from(parameters))[0]!
    }
  const data = { x: [...x], y: [...y] }
  return [...levenbergMarquardt(data, at, { initialValues: [...theta], ...options }).parameterValues]
}

const tuned = { centralDifference: true, gradientDifference: 1e-6, maxIterations: 200, errorTolerance: 1e-12 }

/** How many of 50 curves end within 1e-6 of the sum of squares of the fit from the law's own starts, or below it. */
function shareRight(
  test: Case,
  x: Float64Array,
  ys: readonly Float64Array[],
  fit: (y: Float64Array) => number[] | null,
): number {
  const sum = (y: Float64Array, theta: readonly number[]): number =>
    predict(test.law, x, Float64Array.from(theta)).reduce(
      (total, value, i) => total + (y[i]! - value) * (y[i]! - value),
      0,
    )
  const right = ys.slice(0, 50).filter((y) => {
    const own = fitLaw(test.law, x, y)
    const best = 'sse' in own ? own.sse : Number.POSITIVE_INFINITY
    const found = fit(y)
    return found !== null && sum(y, found) <= best * (1 + 1e-6)
  })
  return right.length / 50
}

const fitRows = cases.flatMap((test) =>
  [6, 30, 200].map((n) => {
    const { x, ys } = curves(test, n)
    const warm = { start: Float64Array.from(test.theta) }
    let turn = 0
    const next = (): Float64Array => ys[turn++ % ys.length]!
    const own = rate(() => fitLaw(test.law, x, next()))
    const refit = rate(() => fitLaw(test.law, x, next(), warm))
    const safe = (options: object) => (y: Float64Array) => {
      try {
        return theirs(test, x, y, options)
      } catch {
        return null
      }
    }
    const [plain, careful] = [safe({}), safe(tuned)]
    const [defaults, better] = [rate(() => plain(next())), rate(() => careful(next()))]
    const cells = [
      test.law.title,
      `${test.law.parameters.length}`,
      `${n}`,
      count(own),
      count(refit),
      `${count(defaults)} (${share(shareRight(test, x, ys, plain))})`,
      `${count(better)} (${share(shareRight(test, x, ys, careful))})`,
      `${(refit / better).toFixed(0)}`,
    ]
    process.stdout.write(`${cells.join(' | ')}\n`)
    return cells
  }),
)

/** Requests in 53 packages of unequal size, right or wrong at six sizes: the slope b of their mean curve. */
const ladder = Float64Array.of(10, 20, 50, 100, 200, 500)
const sizes = Array.from({ length: 53 }, (_, g) => Math.round(140 * Math.exp(-0.16 * g)) + 3)
const rows = sizes.flatMap((size, g) => {
  const stream = streams('requests', g)
  return Array.from({ length: size }, () => ({
    cluster: g,
    right: Array.from(ladder, (n): number => (stream.uniform() < 0.834 - 0.042 * Math.log(n) ? 1 : 0)),
  }))
})

/** As one writes it first: collect the drawn rows, average, fit. */
function naiveDraw(stream: Stream): number {
  const drawn = sizes.flatMap(() => {
    const g = stream.integer(sizes.length)
    return rows.filter(({ cluster }) => cluster === g)
  })
  const curve = Float64Array.from(
    ladder,
    (_, k) => drawn.reduce<number>((sum, { right }) => sum + right[k]!, 0) / drawn.length,
  )
  const fit = fitLaw(log, ladder, curve)
  return fit.status === 'converged' ? fit.parameters[1]! : Number.NaN
}

/** Each row's own slope, so that a draw is a weighted mean: b of the mean curve is linear in the rows. */
const logs = ladder.map(Math.log)
const centre = logs.reduce((sum, value) => sum + value, 0) / logs.length
const spread = logs.reduce((sum, value) => sum + (value - centre) * (value - centre), 0)
const slopes = Float64Array.from(
  rows,
  ({ right }) => -right.reduce((sum, y, k) => sum + y * (logs[k]! - centre), 0) / spread,
)
const units = Int32Array.from(rows, ({ cluster }) => cluster)
const mean = (weights: Float64Array): number => {
  let [sum, total] = [0, 0]
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]! * slopes[i]!
    total += weights[i]!
  }
  return sum / total
}
const draws = 10_000
const started = performance.now()
const { value, replicates } = bootstrap({ units, draws, stream: streams('bootstrap'), statistic: mean })
const ours = performance.now() - started
const naiveStream = streams('naive')
const naive = rate(() => naiveDraw(naiveStream))
const bootstrapCells = [
  `slope b = ${value.toFixed(4)} with standard error ${deviation(replicates).toFixed(4)}, ${rows.length} requests in 53 packages`,
  count((1000 * draws) / ours),
  `${(ours / 1000).toFixed(2)} s`,
  count(naive),
  ((1000 * draws) / ours / naive).toFixed(0),
]
process.stdout.write(`${bootstrapCells.join(' | ')}\n`)

/** The standard deviation. */
function deviation(values: Float64Array): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0) / (values.length - 1))
}

function count(perSecond: number): string {
  return perSecond >= 1000 ? `${(perSecond / 1000).toFixed(1)}k` : perSecond.toFixed(0)
}

function share(value: number): string {
  return `${(100 * value).toFixed(0)} % right`
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

await writeAtomic(
  join(root, 'docs', 'tables', 'bench-estimators.md'),
  `${cpus().length} cores, one used; Node ${process.version}. Fits a second; in brackets the share of fits within 1e-6 of the sum of
squares from the law's own starts, or below it.

${table(
  [
    'law',
    'p',
    'points',
    'cold: own starts',
    'warm: one start',
    'ml-levenberg-marquardt, defaults',
    'the same, tuned',
    'warm / tuned',
  ],
  fitRows,
)}

The peer starts from the true parameters, differentiates numerically and gives neither status nor standard errors. Tuned: central
differences, 200 iterations, tolerance 1e-12.

${table(['bootstrap over packages', 'draws a second', '10,000 draws', 'naive draws a second', 'ratio'], [bootstrapCells])}

Naive: collect the rows of the drawn packages, average, fit. Here: the slope is linear in the rows, so a draw is a weighted mean.
`,
)
