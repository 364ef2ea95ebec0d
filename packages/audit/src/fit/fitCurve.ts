import { fail } from '@lawbook/base'
import type { Law } from '@lawbook/estimators'
import { apartOf, type Standing, standingOf } from './apart.ts'
import { lawAt } from './band.ts'
import { type Curve, inOrder, largerSizes, type Points, pointsOf, sizesOf } from './curve.ts'
import type { FitReport, LawReport, Likelihood } from './fitReport.ts'
import { type FittedLaw, fittedLaw } from './fittedLaw.ts'
import { meanAbsolute } from './leftOut.ts'
import { likelihoodsOf } from './likelihood.ts'
import { triedLaws } from './tried.ts'
import { worseBy } from './worse.ts'

export type FitCurveOptions = {
  /** The laws to try; all of the registry without. */
  readonly laws?: readonly Law[]
  /** How many of the largest sizes are predicted from the others; a fifth of all, and at least one, without. */
  readonly holdOut?: number
}

/** A report with what was fitted, from which figures and tables are drawn. */
export type FittedCurve = {
  readonly report: FitReport
  readonly curve: Curve
  readonly points: Points
  /** In the order of the report. */
  readonly fits: readonly FittedLaw[]
  readonly standing: Standing
}

/**
 * Every law on a curve: parameters with 90 % intervals, status, errors at left-out and at the largest sizes, and
 * whether the data can tell the laws apart. The order of points does not matter. LB_INPUT where no law can be tried,
 * LB_USAGE where so many sizes are held out that fewer than two are left.
 */
export const fitCurve = (curve: Curve, options: FitCurveOptions = {}): FitReport => fittedCurve(curve, options).report

/** See `fitCurve`. */
export function fittedCurve(given: Curve, options: FitCurveOptions = {}): FittedCurve {
  const curve: Curve = { ...given, points: inOrder(given.points) }
  const sizes = sizesOf(curve.points)
  const { tried, notTried } = triedLaws(curve, options.laws)
  const held = heldOut(sizes, options.holdOut)
  const from = sizes.at(-1 - held)!
  const points = pointsOf(curve)
  const fits = tried.map((law) => fittedLaw(law, points, from)).sort(bestFirst)
  const standing = standingOf(fits)
  const { reference } = standing
  const likelihoods = curve.weighed === 'trials' ? likelihoodsOf(fits, curve.points) : fits.map(() => null)
  const larger = Float64Array.from(largerSizes(curve.points))
  const laws = fits.map((fit, i) => lawReport(fit, { reference, likelihood: likelihoods[i]!, points, larger }))
  const { file, x, y, share, weighed, leftOut } = curve
  const head = { file, x, y, points: curve.points.length, sizes, share, weighed, leftOut }
  const report = {
    curve: head,
    holdOut: { from, sizes: sizes.slice(-held) },
    laws,
    notTried,
    apart: apartOf(standing, curve),
  }
  return { report, curve, points, fits, standing }
}

function heldOut(sizes: readonly number[], asked: number | undefined): number {
  const held = asked ?? Math.max(1, Math.floor(sizes.length / 5))
  if (sizes.length - held < 2)
    fail(
      'LB_USAGE',
      `--hold-out largest:${held} leaves ${Math.max(0, sizes.length - held)} of ${sizes.length} sizes to fit; hold out at most ${Math.max(0, sizes.length - 2)}`,
    )
  return held
}

/** By the error beyond, then the error at left-out sizes, then fewer parameters; laws without an error come last. */
function bestFirst(a: FittedLaw, b: FittedLaw): number {
  return (
    ascending(a.beyond, b.beyond) ||
    ascending(a.leftOut && meanAbsolute(a.leftOut), b.leftOut && meanAbsolute(b.leftOut)) ||
    a.law.parameters.length - b.law.parameters.length
  )
}

const ascending = (a: number | null, b: number | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a - b

type Beside = {
  readonly reference: FittedLaw | null
  readonly likelihood: Likelihood | null
  readonly points: Points
  readonly larger: Float64Array
}

function lawReport(fitted: FittedLaw, { reference, likelihood, points, larger }: Beside): LawReport {
  const { law, fit, parameters, rSquared, beyond, leftOut } = fitted
  return {
    ...{ law: law.id, title: law.title, equation: law.equation, source: law.source, status: fit.status, parameters },
    held: fit.status === 'bound-hit' ? fit.held.map((j) => law.parameters[j]!.name) : [],
    ...{ rSquared, beyond, leftOut: leftOut && meanAbsolute(leftOut) },
    worse: reference === null || fitted === reference ? null : worseBy(leftOut, reference.leftOut),
    likelihood,
    ahead: lawAt(fitted, points, larger),
  }
}
