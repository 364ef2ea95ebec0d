import { clusterJackknife, effectiveClusters, logScale, type Nested, nestedIntervals } from '@lawbook/estimators'
import type { Slopes, SlopesWithout } from './slopes.ts'
import type { Study } from './study.ts'

export const judgedNames = ['rmse-ratio', 'calibration-slope'] as const
export type JudgedName = (typeof judgedNames)[number]

export type Judgement = {
  readonly measures: Readonly<Record<JudgedName, Nested>>
  /** The ratio again where the level is predicted, without the known b of the reference pool. */
  readonly levelRatio: Nested
  /** Routers x pools, and the standard errors of observed b and of its distance from b of the reference pool. */
  readonly slopes: Slopes
  readonly observedError: Float64Array
  readonly shiftError: Float64Array
  readonly df: number
  readonly requests: number
  readonly packages: number
}

/** The pools that are scored: all but the reference, in which b is known. */
export function scored(pools: number): number[] {
  return Array.from({ length: pools - 1 }, (_, p) => p + 1)
}

/** Root of the mean squared difference over routers and scored pools; `routers` picks some of them. */
export function rmse(
  pools: number,
  observed: Float64Array,
  predicted: (r: number, p: number) => number,
  routers: readonly number[],
  of: readonly number[] = scored(pools),
): number {
  let sum = 0
  for (const r of routers)
    for (const p of of) {
      const error = observed[r * pools + p]! - predicted(r, p)
      sum += error * error
    }
  return Math.sqrt(sum / (routers.length * of.length))
}

/**
 * The RMSE of the prediction over that of "b unchanged": every pool has the router's b in the reference pool, measured
 * on the same judged requests.
 */
export function rmseRatio(
  pools: number,
  observed: Float64Array,
  predicted: Float64Array,
  routers: readonly number[],
  of?: readonly number[],
): number {
  const own = rmse(pools, observed, (r, p) => predicted[r * pools + p]!, routers, of)
  return own / rmse(pools, observed, (r) => observed[r * pools]!, routers, of)
}

/**
 * The slope of observed on predicted b across scored pools, each router about its own means: that routers differ in b
 * is known before any pool is predicted, and would make every predictor look calibrated.
 */
export function calibrationSlope(
  pools: number,
  observed: Float64Array,
  predicted: Float64Array,
  routers: readonly number[],
  of: readonly number[] = scored(pools),
): number {
  let [xy, xx] = [0, 0]
  for (const r of routers) {
    const mean = (values: Float64Array): number => of.reduce((sum, p) => sum + values[r * pools + p]!, 0) / of.length
    const [x, y] = [mean(predicted), mean(observed)]
    for (const p of of) {
      const dx = predicted[r * pools + p]! - x
      xy += dx * (observed[r * pools + p]! - y)
      xx += dx * dx
    }
  }
  return xy / xx
}

/**
 * Both measures by the delete-one-package jackknife of the whole procedure (`slopesOf`), t with G_eff - 1 degrees of
 * freedom, G_eff from learned and judged requests together; the ratio on the log scale.
 */
export function judge(study: Study, slopes: SlopesWithout, of?: readonly number[]): Judgement {
  const { pools } = study
  const all = [...study.routers.keys()]
  const { value, se, df } = clusterJackknife({
    clusters: Int32Array.of(...study.learned, ...study.judged),
    statistic: (leftOut) => {
      const { observed, level, predicted } = slopes(leftOut)
      return Float64Array.of(
        Math.log(rmseRatio(pools, observed, predicted, all, of)),
        calibrationSlope(pools, observed, predicted, all, of),
        Math.log(rmseRatio(pools, observed, level, all, of)),
        ...observed,
        ...observed.map((b, at) => b - observed[at - (at % pools)]!),
      )
    },
  })
  const cells = pools * all.length
  const ratio = (at: number): Nested =>
    nestedIntervals({ value: value[at]!, se: se[at]!, df, sided: 'one', transform: logScale })
  return {
    measures: {
      'rmse-ratio': ratio(0),
      'calibration-slope': nestedIntervals({ value: value[1]!, se: se[1]!, df, sided: 'two' }),
    },
    levelRatio: ratio(2),
    slopes: slopes(null),
    observedError: se.slice(3, 3 + cells),
    shiftError: se.slice(3 + cells),
    df,
    requests: study.judged.length,
    packages: new Set(study.judged).size,
  }
}

/** Both measures again with routers as what is resampled: one a kin, so leaving one out leaves a kin out. */
export function judgeByKin(
  study: Study,
  { slopes: { observed, predicted } }: Judgement,
): Readonly<Record<JudgedName, Nested>> | null {
  const all = [...study.routers.keys()]
  if (all.length < 3) return null
  const { pools } = study
  const { value, se } = clusterJackknife({
    clusters: Int32Array.from(all),
    statistic: (leftOut) => {
      const kept = all.filter((r) => r !== leftOut)
      return Float64Array.of(
        Math.log(rmseRatio(pools, observed, predicted, kept)),
        calibrationSlope(pools, observed, predicted, kept),
      )
    },
  })
  const df = effectiveClusters(all.map(() => 1)) - 1
  return {
    'rmse-ratio': nestedIntervals({ value: value[0]!, se: se[0]!, df, sided: 'one', transform: logScale }),
    'calibration-slope': nestedIntervals({ value: value[1]!, se: se[1]!, df, sided: 'two' }),
  }
}
