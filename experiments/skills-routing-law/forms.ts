import { type Fit, fitLaw, lawById, predict } from '@lawbook/estimators'
import type { FitRecord, Row } from '@lawbook/schemas'
import type { RoutingChoices } from './choices.ts'
import { type Observed, type Wording, wordings } from './evidence.ts'
import type { Judgement } from './judge.ts'
import { meanCurve } from './sample.ts'
import { rivalIds } from './statistics.ts'

/** One form fitted up to `trainUpTo` to the judged half's curve of a router, with the curve that it was fitted to. */
type FormFit = {
  readonly router: string
  readonly wording: Wording
  readonly form: string
  readonly fit: Fit
  readonly at: (size: number) => number
}

/** The line and its rivals, fitted once for the table `forms` and the records of the result. */
export function formFits(observed: Observed, judged: readonly string[], choices: RoutingChoices): FormFit[] {
  const train = Float64Array.from(trainingSizes(choices))
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

function trainingSizes(choices: RoutingChoices): number[] {
  return choices.ladder.filter((size) => size <= choices.trainUpTo)
}

/** What each form predicts at every shown size from the ladder's first on, and how far it is off, in points. */
export function formRows(fits: readonly FormFit[], routers: Observed['routers'], choices: RoutingChoices): Row[] {
  const sizes = [...new Set([...choices.shown, ...choices.heldOut])]
    .filter((size) => size >= choices.ladder[0]!)
    .sort((a, b) => a - b)
  return fits.flatMap(({ router, wording, form, fit, at }) => {
    if (fit.status !== 'converged') return []
    const predicted = predict(lawById(form), Float64Array.from(sizes), fit.parameters)
    return sizes.map(
      (size, k): Row => ({
        router,
        title: routers.find(({ id }) => id === router)!.title,
        wording,
        form,
        size,
        right: at(size),
        predicted: predicted[k]!,
        error: 100 * (predicted[k]! - at(size)),
        heldOut: size > choices.trainUpTo,
        judgedAt: choices.heldOut.includes(size),
      }),
    )
  })
}

/** The fitted lines over the ladder and the rivals over the training sizes, of every judged router. */
export function fitRecords(main: Judgement, fits: readonly FormFit[], choices: RoutingChoices): FitRecord[] {
  const train = trainingSizes(choices)
  const series = (router: string): string => `${router}, ${choices.wording} requests, judged half`
  const loss = 'unweighted squares of exact accuracy'
  const lines = main.lines.map(
    (line): FitRecord => ({
      id: `log-${line.label}`,
      law: 'log',
      equation: lawById('log').equation,
      series: series(line.label),
      // Solved by QR: the line has no bounds, and a ladder that could not determine it would have thrown.
      status: 'converged',
      parameters: [
        { name: 'a', value: line.a.value, i90: [...line.a.i90], unit: 'accuracy' },
        { name: 'b', value: line.b.value, i90: [...line.b.i90], unit: 'accuracy per e-fold of N' },
      ],
      n: choices.ladder.length,
      domain: `N = ${choices.ladder.join(', ')}`,
      loss,
      r2: line.r2?.value ?? null,
      largestDeviation: line.largestDeviation.value,
    }),
  )
  const rivals = fits
    .filter(({ wording, form }) => wording === choices.wording && form !== 'log')
    .map(({ router, form, fit }): FitRecord => {
      const law = lawById(form)
      return {
        id: `${form}-${router}`,
        law: form,
        equation: law.equation,
        series: series(router),
        status: statusOf(fit),
        parameters:
          fit.status === 'converged'
            ? law.parameters.map(({ name, unit }, k) => ({ name, value: fit.parameters[k]!, i90: null, unit }))
            : [],
        n: train.length,
        domain: `N = ${train.join(', ')}`,
        loss,
      }
    })
  return [...lines, ...rivals]
}

/** A fit that ended on a bound has parameters, but the bound chose one of them. */
function statusOf(fit: Fit): FitRecord['status'] {
  return fit.status === 'converged' && fit.atBound ? 'bound-hit' : fit.status
}
