import { type Nested, nestedIntervals } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { wordings } from '@lawbook/skill-requests'
import { jackknife, meanCurve, type Sample, sampleFrom } from '@lawbook/sweeps'
import type { ForecastChoices } from './choices.ts'
import type { AskedKind } from './probeEvidence.ts'

/** One router's exact curves on the same skills: written requests, both wordings counted equally, and probes. */
export type Probed = { readonly router: string; readonly written: Sample; readonly probes: Sample }

/** Curves by router from the committed sums by package. */
export function probedFrom(
  rows: readonly Row[],
  routers: readonly string[],
  packages: readonly string[],
  { probeSizes }: ForecastChoices,
): Probed[] {
  const columns = probeSizes.map((size) => `right.${size}`)
  return routers.map((router) => {
    const of = (kind: AskedKind): Sample => {
      const own = rows.filter((row) => row.router === router && row.kind === kind)
      return { ...sampleFrom(own, columns, packages), sizes: probeSizes }
    }
    const strata = wordings.flatMap((wording) => of(wording).strata)
    return { router, written: { ...of('direct'), strata }, probes: of('bodies') }
  })
}

/** How much better probes fare than written requests at each size, in points, mean over routers, by package. */
export function optimismOf(probed: readonly Probed[]): Nested[] {
  const sizes = probed[0]!.written.sizes
  const R = probed.length
  const { value, se, df } = jackknife(
    probed.flatMap(({ written, probes }) => [written, probes]),
    (curves) =>
      Float64Array.from(sizes, (_, k) => {
        let sum = 0
        for (let r = 0; r < R; r++) sum += curves[2 * r + 1]![k]! - curves[2 * r]![k]!
        return (100 * sum) / R
      }),
  )
  return sizes.map((_, k) => nestedIntervals({ value: value[k]!, se: se[k]!, df, sided: 'one' }))
}

/** Requests and probes behind a router's curves, and the packages with requests. */
export function countsOf({ written, probes }: Probed): { requests: number; probes: number; packages: number } {
  const n = (sample: Sample): number => sample.strata.reduce((sum, one) => sum + one.n, 0)
  const packages = written.strata[0]!.counts.filter((count) => count > 0).length
  return { requests: n(written), probes: n(probes), packages }
}

/** Mean accuracy of written requests and of probes at each size. */
export function curvesOf({ written, probes }: Probed): { written: Float64Array; probes: Float64Array } {
  return { written: meanCurve(written, null), probes: meanCurve(probes, null) }
}
