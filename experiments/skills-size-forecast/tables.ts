import { type Form, forms } from '@lawbook/audit'
import { predictionError } from '@lawbook/estimators'
import type { Estimate, Row } from '@lawbook/schemas'
import { meanCurve } from '@lawbook/sweeps'
import type { ForecastChoices } from './choices.ts'
import { heldShares, limitsOf } from './cover.ts'
import { errorsAt, formId, meanByDraw } from './errors.ts'
import { type Chosen, forecastsBy, lessError } from './judge.ts'
import { countsOf, curvesOf, optimismOf } from './optimism.ts'
import { type Look, partOf, type Study } from './study.ts'

/**
 * One row a (form, half, factor, n), n null for all sizes: how far forecasts are off, in points, and how much more than
 * the chosen form's in absolute value. Null where the fit failed in some cell.
 */
export function errorRows({ calibration, test, chosen }: Study, choices: ForecastChoices): Row[] {
  if (chosen === null) return []
  return (
    [
      ['calibration', calibration],
      ['test', test],
    ] as const
  ).flatMap(([half, look]) =>
    forms.flatMap((form) =>
      choices.factors.flatMap((factor, k) =>
        [null, ...choices.skills].map((skills): Row => {
          const part = partOf(look, (cell) => skills === null || cell.skills === skills)
          return { ...formCells(form, chosen), half, factor, skills, ...errorCells(form, part, chosen, k) }
        }),
      ),
    ),
  )
}

const formCells = (form: Form, chosen: Chosen) => ({
  law: form.law,
  fitted: form.fitted,
  chosen: formId(form) === formId(chosen.form),
})

function errorCells(form: Form, { cells, all }: Look, chosen: Chosen, k: number) {
  const own = forecastsBy(all, form)
  const errors = errorsAt(own, cells, k)
  const known = cells.length > 0 && errors.every(Number.isFinite)
  const { rms, absolute, signed } = known
    ? predictionError(errors.map((error) => 100 * error))
    : { rms: null, absolute: null, signed: null }
  const spread = meanByDraw(
    errors.map((error) => 100 * Math.abs(error)),
    cells,
  )
  const more = meanByDraw(lessError(forecastsBy(all, chosen.form), own, cells, k), cells)
  return { cells: cells.length, rms, bias: signed, absolute, ...limits(spread), more: more.value, ...ends(more) }
}

const limits = ({ i90 }: Estimate) => ({ low: i90?.[0] ?? null, high: i90?.[1] ?? null })
const ends = ({ i90 }: Estimate) => ({ moreLow: i90?.[0] ?? null, moreHigh: i90?.[1] ?? null })

/** Every held-out forecast of the chosen form with its interval, and what came. */
export function forecastRows({ test: { cells, all }, chosen }: Study, { factors }: ForecastChoices): Row[] {
  if (chosen === null) return []
  const { said } = forecastsBy(all, chosen.form)
  return cells.flatMap(({ draw, design, router, skills, requests, curve, came }, i) =>
    factors.map((factor, k): Row => {
      const [forecast, spread] = [said[i]![k]!, chosen.spreads[k]!]
      const [low, high] = limitsOf(forecast, spread, requests)
      const held = came[k]! >= low && came[k]! <= high
      const today = curve.right[curve.sizes.length - 1]!
      return { draw, design, router, skills, requests, factor, today, forecast, low, high, came: came[k]!, held }
    }),
  )
}

/** The chosen form and its intervals: one row a factor, with the share that they hold where they were not chosen. */
export function spreadRows({ test, chosen }: Study): Row[] {
  if (chosen === null) return []
  return chosen.spreads.map(({ factor, low, high, mostRequests, mostSkills, share, leftOut }, k): Row => {
    const own = forecastsBy(test.all, chosen.form)
    const part = { form: own.form, said: own.said.map((said) => said && [said[k]!]) }
    const cells = test.cells.map((cell) => ({ ...cell, came: [cell.came[k]!] }))
    const held = meanByDraw(heldShares(part, cells, [chosen.spreads[k]!]), cells)
    const { law, fitted } = chosen.form
    const heldCells = { held: held.value, heldLow: held.i90?.[0] ?? null, heldHigh: held.i90?.[1] ?? null }
    return { law, fitted, factor, low, high, mostRequests, mostSkills, share, leftOut, ...heldCells }
  })
}

/** Accuracy of written requests and of probes by router and size, and the difference in points with its interval. */
export function optimismRows({ probed, routers, skills }: Study, { probeSizes }: ForecastChoices): Row[] {
  return probed.flatMap((one) => {
    const { written, probes } = curvesOf(one)
    const each = optimismOf([one])
    const [direct, situated] = one.written.strata.map((stratum) =>
      meanCurve({ ...one.written, strata: [stratum] }, null),
    ) as [Float64Array, Float64Array]
    return probeSizes.map(
      (size, k): Row => ({
        router: one.router,
        short: routers.find(({ id }) => id === one.router)!.short,
        skills,
        size,
        direct: direct[k]!,
        situated: situated[k]!,
        written: written[k]!,
        probes: probes[k]!,
        optimism: each[k]!.value,
        ...limits(each[k]!),
        n: countsOf(one).requests + countsOf(one).probes,
      }),
    )
  })
}
