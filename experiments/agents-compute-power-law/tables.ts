import { fitLaw, lawById, predict, reached } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import type { Choices } from './choices.ts'
import { exponentParts, kinds } from './exponents.ts'
import { fittedCount } from './forecast.ts'
import { allForms, contests, twoParameters } from './forms.ts'
import { contribution, isLongSweep, type Tried } from './judge.ts'
import { isCumulative } from './ladders.ts'
import { ownIntervals } from './measures.ts'
import { statisticNames } from './statistics.ts'
import type { Sweep } from './sweeps.ts'

/** One row a sweep and contested form: what it brings to the measure, and why it does not count where it does not. */
export function sweepRows(tried: readonly Tried[], choices: Choices): Row[] {
  return tried.flatMap((one) =>
    contests.flatMap(({ form, rivals, parameters }, c): Row[] => {
      const { sweep, statistics, apart, bias, se } = one
      if (parameters === 3 && !isLongSweep(sweep)) return []
      const at = statisticNames.indexOf(`gap-${form}`)
      const error = (name: string): number => statistics[statisticNames.indexOf(`error-${name}`)]!
      const best = rivals.reduce((a, b) => (error(b) < error(a) ? b : a))
      const value = contribution(one, one, sweep.place, `gap-${form}`, choices)
      const shown = { value: statistics[at]! - bias[at]!, se: se[at]! }
      const { i90, i995 } = ownIntervals(shown)
      return [
        {
          sweep: sweep.id,
          title: sweep.place.title,
          form,
          parameters,
          curves: sweep.curves.length,
          tasks: sweep.curves[0]!.tasks,
          points: sweep.curves[0]!.x.length,
          apart: apart[c]!,
          counts: value !== null,
          error: error(form),
          best,
          bestError: error(best),
          gap: statistics[at]!,
          bias: bias[at]!,
          se: se[at]!,
          corrected: shown.value,
          lo90: i90?.[0] ?? null,
          hi90: i90?.[1] ?? null,
          lo995: i995?.[0] ?? null,
          hi995: i995?.[1] ?? null,
        },
      ]
    }),
  )
}

/** Held-out error of every form and the largest deviations, sweep by sweep, with standard errors, in points. */
export function errorRows(tried: readonly Tried[]): Row[] {
  return tried.flatMap(({ sweep, statistics, bias, se }) =>
    statisticNames.flatMap((name, k): Row[] => {
      if (!/^(error|deviation)-/.test(name) || !Number.isFinite(statistics[k])) return []
      const [, statistic, form] = /^(error|deviation)-(.*)$/.exec(name)!
      const parameters = (twoParameters as readonly string[]).includes(form!) ? 2 : 3
      return [
        {
          sweep: sweep.id,
          title: sweep.place.title,
          statistic: statistic!,
          form: form!,
          parameters,
          value: statistics[k]!,
          bias: bias[k]!,
          se: se[k]!,
        },
      ]
    }),
  )
}

/**
 * What the exponents of success and of error lose from the lower to the upper part of the ladders along which success
 * cannot fall. `z` is the lost difference in standard errors by the tasks.
 */
export function lossRows(tried: readonly Tried[], choices: Choices): Row[] {
  return tried.flatMap(({ sweep, statistics, bias, se }) =>
    kinds.flatMap((kind): Row[] => {
      const parts = isCumulative(sweep.place) ? exponentParts(sweep.curves, kind, choices) : null
      if (parts === null) return []
      const [loss, change] = [statisticNames.indexOf(`loss-${kind}`), statisticNames.indexOf(`change-${kind}`)]
      return [
        {
          sweep: sweep.id,
          title: sweep.place.title,
          kind,
          lower: parts.lower,
          upper: parts.upper,
          loss: orNull(statistics[loss]!),
          bias: orNull(bias[loss]!),
          se: orNull(se[loss]!),
          z: orNull((statistics[change]! - bias[change]!) / se[change]!),
        },
      ]
    }),
  )
}

/** A loss of nothing is none: null where the lower exponent is 0. */
const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

const steps = 24

/** Budgets of the first curve as they are drawn: tokens in millions. `scale` leads back. */
function shownBudgets({ curves, place }: Sweep): { x: Float64Array; unit: string; scale: number } {
  const scale = place.budget === 'tokens' ? 1e6 : 1
  return { x: curves[0]!.x.map((value) => value / scale), unit: scale === 1 ? place.budget : 'M tokens', scale }
}

/** The first curve of every sweep with the forms fitted to its lower part, on a grid of the whole range. */
export function forecastRows(tried: readonly Tried[], choices: Choices): { points: Row[]; forecasts: Row[] } {
  const points = tried.flatMap(({ sweep }) => {
    const { y, label } = sweep.curves[0]!
    const { x, unit } = shownBudgets(sweep)
    const fitted = fittedCount(x, choices.fewestFitted)
    return Array.from(
      x,
      (value, k): Row => ({
        sweep: sweep.id,
        title: sweep.place.title,
        curve: label,
        x: value,
        unit,
        success: y[k]!,
        heldOut: k >= fitted,
        from: x[fitted - 1]!,
      }),
    )
  })
  const forecasts = tried.flatMap(({ sweep, fits }) => {
    const { x, scale } = shownBudgets(sweep)
    const grid = Float64Array.from({ length: steps + 1 }, (_, k) =>
      Math.exp(Math.log(x[0]!) + (k / steps) * Math.log(x.at(-1)! / x[0]!)),
    )
    return allForms.flatMap((form, j): Row[] => {
      const theta = fits[0]!.lower[j]?.theta
      if (!theta) return []
      const values = predict(
        lawById(form),
        grid.map((at) => at * scale),
        theta,
      )
      return Array.from(grid, (at, k): Row => ({ sweep: sweep.id, form, x: at, success: values[k]! }))
    })
  })
  return { points, forecasts }
}

/** The truncated curves with the fits of three forms to the whole curve, on its points. */
export function truncationTable(rows: readonly Row[]): { curves: Row[]; fits: Row[] } {
  const keys = [...new Set(rows.map(({ model, axis }) => JSON.stringify([model, axis])))]
  const parts = keys.map((key) => {
    const [model, axis] = JSON.parse(key) as [string, string]
    const own = rows.filter((row) => row.model === model && row.axis === axis && Number(row.x) > 0)
    const x = Float64Array.from(own, (row) => Number(row.x))
    const y = Float64Array.from(own, (row) => Number(row.success))
    const fitted = ['power', 'log', 'logistic'].map((form) => {
      const theta = reached(fitLaw(lawById(form), x, y))
      return { form, values: theta === null ? null : predict(lawById(form), x, theta) }
    })
    const curves = own.map(
      (row, k): Row => ({
        model,
        axis,
        x: row.x ?? null,
        success: row.success ?? null,
        ...Object.fromEntries(fitted.map(({ form, values }) => [form, values?.[k] ?? null])),
      }),
    )
    return {
      curves,
      fits: fitted.map(
        ({ form, values }): Row => ({ model, axis, form, rms: values === null ? null : rms(y, values) }),
      ),
    }
  })
  return { curves: parts.flatMap(({ curves }) => curves), fits: parts.flatMap(({ fits }) => fits) }
}

function rms(y: Float64Array, values: Float64Array): number {
  return 100 * Math.sqrt(y.reduce((sum, value, k) => sum + (value - values[k]!) * (value - values[k]!), 0) / y.length)
}
