import { studentInterval } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import type { Eligibility } from '@lawbook/sweeps'
import type { GeometryChoices } from './choices.ts'
import { type RouterRow, type Tables, tableOf } from './evidence.ts'
import { calibrationSlope, type Judgement, rmseRatio } from './judge.ts'
import { commonShape } from './kernel.ts'
import { hasServers, poolIds, poolNames } from './pools.ts'
import { learnedIn } from './slopes.ts'
import type { Study } from './study.ts'

/** One row a router and pool: observed b with the 90 % interval of the package jackknife, and predicted b. */
export function poolRows(study: Study, judgement: Judgement, judged: boolean): Row[] {
  const { observed, level, predicted } = judgement.slopes
  const { observedError, df } = judgement
  return study.routers.flatMap(({ id, short, kin }, r) =>
    poolIds.map((pool, p): Row => {
      const at = r * study.pools + p
      const [low, high] = studentInterval({ value: observed[at]!, se: observedError[at]!, df, tail: 0.05 })
      return {
        router: id,
        short,
        kin,
        pool,
        name: poolNames[pool],
        servers: hasServers(p),
        reference: p === 0,
        judged,
        observed: observed[at]!,
        low,
        high,
        predicted: predicted[at]!,
        level: level[at]!,
        constant: observed[r * study.pools]!,
      }
    }),
  )
}

/**
 * K(s) of each router over both folds, one row a bin, and the shares of competitors in the bin in three pools of judged
 * targets. `drawnAt` is the middle of the bin; the bin without a shared word has none and stands at the left.
 */
export function kernelRows(evidence: Tables, study: Study): Row[] {
  const edges = [0, ...tableOf(evidence, 'bins').map(({ from }) => Number(from))]
  const share = (pool: (typeof poolIds)[number]): number[] => {
    const p = poolIds.indexOf(pool)
    const inBin = edges.map((_, k) =>
      study.judged.reduce((sum, _, i) => sum + study.counts[(i * study.pools + p) * study.bins + k]!, 0),
    )
    const total = inBin.reduce((sum, n) => sum + n, 0)
    return inBin.map((n) => n / total)
  }
  const [skills, servers, near] = [share('random'), share('servers'), share('nearest')]
  return study.routers.flatMap(({ id, short, kin, training }) => {
    const rows = [...learnedIn(study, 0, null), ...learnedIn(study, 1, null)].filter((i) => training.matched[i] === 1)
    const shape = commonShape(training, rows)
    return edges.map((from, k): Row => {
      return {
        router: id,
        short,
        kin,
        bin: k,
        from,
        drawnAt: k === 0 ? 0.0015 : ((edges[k + 1] ?? 1.3 * from) + from) / 2,
        rate: shape[k]!,
        skills: skills[k]!,
        servers: servers[k]!,
        nearest: near[k]!,
      }
    })
  })
}

/** Who is judged and why not, with both statistics of each judged router alone. */
export function routerRows(
  routers: readonly Eligibility<RouterRow>[],
  study: Study,
  judgement: Judgement | null,
  choices: GeometryChoices,
): Row[] {
  return routers.map(({ id, title, short, kin, eligible, reason, calibration }): Row => {
    const r = study.routers.findIndex((router) => router.id === id)
    const known = judgement !== null && r >= 0 ? judgement : null
    return {
      router: id,
      title,
      short,
      kin,
      judged: eligible,
      reason,
      ...Object.fromEntries(choices.eligible.map(({ size }, k) => [`at.${size}`, finite(calibration[k]!)])),
      ratio: known && rmseRatio(study.pools, known.slopes.observed, known.slopes.predicted, [r]),
      slope: known && calibrationSlope(study.pools, known.slopes.observed, known.slopes.predicted, [r]),
    }
  })
}

function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null
}
