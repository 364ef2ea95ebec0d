import { reached } from '@lawbook/estimators'
import { type Curve, sizesOf } from './curve.ts'
import { enoughFor } from './enough.ts'
import type { Apart } from './fitReport.ts'
import type { FittedLaw } from './fittedLaw.ts'
import { meanAbsolute } from './leftOut.ts'
import type { KnownLaw } from './simulate.ts'
import { fewestSizes, isWorse, worseBy } from './worse.ts'

/** A law that converged and could be held against every left-out size: it has an estimate and an error. */
const isContender = ({ fit, beyond, leftOut }: FittedLaw): boolean =>
  fit.status === 'converged' && beyond !== null && leftOut !== null

/** What is left of the laws when those are taken out that predict left-out sizes worse than the best there. */
export type Standing = {
  /** The contender with the smallest error at left-out sizes, against which all are held. */
  readonly reference: FittedLaw | null
  readonly ruledOut: readonly FittedLaw[]
  /** The other contenders, best extrapolating first. */
  readonly left: readonly FittedLaw[]
}

/** Hold laws, best extrapolating first, against the one that predicts left-out sizes best. */
export function standingOf(fits: readonly FittedLaw[]): Standing {
  const contenders = fits.filter(isContender)
  const [first] = contenders
  if (first === undefined) return { reference: null, ruledOut: [], left: [] }
  const error = ({ leftOut }: FittedLaw): number => meanAbsolute(leftOut!)
  const reference = contenders.reduce((least, each) => (error(each) < error(least) ? each : least), first)
  const isOut = ({ leftOut }: FittedLaw): boolean =>
    isWorse(worseBy(leftOut, reference.leftOut), reference.leftOut!.length)
  return { reference, ruledOut: fits.filter(isOut), left: contenders.filter((each) => !isOut(each)) }
}

/**
 * Can these data tell the laws apart: yes when a single law is left. Of several the first two, which extrapolate best,
 * are asked what it would take.
 */
export function apartOf({ reference, ruledOut, left }: Standing, curve: Curve): Apart {
  const [best, second] = left
  const verdict = best !== undefined && second === undefined && ruledOut.length > 0 ? 'yes' : 'no'
  const pair = best === undefined || second === undefined ? null : ([best, second] as const)
  return {
    ...{ verdict, best: idOf(best), second: idOf(second), reference: idOf(reference) },
    why: whyOf(verdict, left.length, sizesOf(curve.points).length),
    ruledOut: ruledOut.map(({ law }) => law.id),
    enough: pair && enoughFor([knownOf(pair[0]), knownOf(pair[1])], curve, residualErrorOf(pair[0], curve)),
  }
}

const idOf = (fitted: FittedLaw | null | undefined): string | null => fitted?.law.id ?? null

function whyOf(verdict: Apart['verdict'], left: number, sizes: number): string {
  if (verdict === 'yes') return 'every other law predicts left-out sizes worse'
  if (left === 0) return 'no law converged that can be held against left-out sizes'
  if (left === 1) return 'there is no second law that converged and can be held against left-out sizes'
  if (sizes < fewestSizes)
    return `${sizes} sizes are too few to know the spread of left-out errors; it takes ${fewestSizes}`
  return `${left} laws predict left-out sizes equally well, as far as these data can say`
}

const knownOf = ({ law, fit }: FittedLaw): KnownLaw => ({ law, theta: reached(fit)! })

/** The spread of points around a law with equal weights, sqrt(SSE / (n - p)). */
function residualErrorOf({ law, fit }: FittedLaw, { points }: Curve): number {
  return 'sse' in fit ? Math.sqrt(fit.sse / (points.length - law.parameters.length)) : 0
}
