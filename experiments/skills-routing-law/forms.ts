import {
  type Fit,
  fitChecklist,
  fitLaw,
  innerTail,
  lawById,
  type ParameterIntervals,
  predict,
  reached,
  studentInterval,
} from '@lawbook/estimators'
import type { FitRecord, Row } from '@lawbook/schemas'
import { type Wording, wordings } from '@lawbook/skill-requests'
import { jackknife, meanCurve, type Sample } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import type { Observed } from './evidence.ts'
import { rivalIds } from './statistics.ts'

/** One form fitted up to `trainUpTo` to the judged half's curve of a router, with the curve that it was fitted to. */
type FormFit = {
  readonly router: string
  readonly wording: Wording
  readonly form: string
  readonly fit: Fit
  readonly at: (size: number) => number
}

/** The line and its rivals, fitted up to `trainUpTo`: what the table `forms` shows. */
export function formFits(observed: Observed, judged: readonly string[], choices: RoutingChoices): FormFit[] {
  const train = Float64Array.from(choices.ladder.filter((size) => size <= choices.trainUpTo))
  return wordings.flatMap((wording) =>
    judged.flatMap((router) => {
      const sample = observed.sample(router, 'test', wording, 'package')
      const curve = meanCurve(sample, null)
      const at = (size: number): number => curve[sample.sizes.indexOf(size)]!
      return ['log', ...rivalIds].map((form) => {
        return { router, wording, form, fit: fitLaw(lawById(form), train, train.map(at)), at }
      })
    }),
  )
}

/** What each form predicts at every shown size from the ladder's first on, and how far it is off, in points. */
export function formRows(fits: readonly FormFit[], routers: Observed['routers'], choices: RoutingChoices): Row[] {
  const sizes = [...new Set([...choices.shown, ...choices.heldOut])]
    .filter((size) => size >= choices.ladder[0]!)
    .sort((a, b) => a - b)
  return fits.flatMap(({ router, wording, form, fit, at }) => {
    const theta = reached(fit)
    if (theta === null) return []
    const predicted = predict(lawById(form), Float64Array.from(sizes), theta)
    return sizes.map(
      (size, k): Row => ({
        router,
        short: routers.find(({ id }) => id === router)!.short,
        wording,
        form,
        size,
        right: at(size),
        predicted: predicted[k]!,
        error: 100 * (predicted[k]! - at(size)),
        heldOut: size > choices.trainUpTo,
      }),
    )
  })
}

/** The line and its rivals over the whole ladder, of every judged router, with what a reader needs to doubt them. */
export function fitRecords(observed: Observed, judged: readonly string[], choices: RoutingChoices): FitRecord[] {
  const forms = ['log', ...rivalIds].map(lawById)
  const x = Float64Array.from(choices.ladder)
  return judged.flatMap((router) => {
    const sample = observed.sample(router, 'test', choices.wording, 'package')
    const on = (curve: Float64Array): Float64Array => x.map((size) => curve[sample.sizes.indexOf(size)]!)
    const points = { x, y: on(meanCurve(sample, null)) }
    return forms.map((law) => {
      const fit = fitLaw(law, points.x, points.y)
      return fitChecklist({
        id: `${law.id}-${router}`,
        law,
        points,
        fit,
        series: `${router}, ${choices.wording} requests, judged half`,
        row: 'the exact expected accuracy at one library size, a mean over requests',
        unit: 'accuracy',
        exclusions: [],
        weights: 'equal',
        interval: parameterIntervals(fit, sample, (curve, start) => fitLaw(law, x, on(curve), { start })),
        rivals: forms.filter((other) => other !== law),
        from: choices.trainUpTo,
        digits: 3,
      })
    })
  })
}

/** Standard errors and 90 % intervals of the parameters: the fit without each package. */
function parameterIntervals(
  fit: Fit,
  sample: Sample,
  refit: (curve: Float64Array, start: Float64Array) => Fit,
): ParameterIntervals | { reason: string } {
  const theta = reached(fit)
  if (theta === null) return { reason: 'the fit reached no minimum' }
  const { value, se, df } = jackknife([sample], ([curve]) => {
    const without = refit(curve!, theta)
    return without.status === 'converged' ? without.parameters : theta.map(() => Number.NaN)
  })
  return {
    method: 'delete-one-package jackknife, t',
    level: '90 %',
    resampled: `packages, worth ${(df + 1).toFixed(1)} equal ones`,
    estimates: Array.from(value, (centre, j) =>
      se[j]! > 0 && Number.isFinite(se[j])
        ? { se: se[j]!, i90: studentInterval({ value: centre, se: se[j]!, df, tail: innerTail }) }
        : { se: null, i90: null },
    ),
  }
}
