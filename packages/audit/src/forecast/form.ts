import { fitLaw, type Law, lawById, predict, reached } from '@lawbook/estimators'

/** A way to extrapolate a curve: a law, and which sizes it is fitted to. `near`: from a quarter of the largest size up. */
export type Form = { readonly law: string; readonly fitted: 'all' | 'near' }

/** Exact accuracy by library size, the largest size last. */
export type SizeCurve = { readonly sizes: readonly number[]; readonly right: ArrayLike<number> }

/**
 * Every law of the registry that can fall with the size of a library, twice: fitted to all sizes, and to the largest
 * two octaves alone. Left out are laws that only rise, and those of other quantities than a size.
 */
export const forms: readonly Form[] = [
  'log',
  'harmonic',
  'power',
  'shifted-power',
  'hill',
  'logistic',
  'log-logistic',
  'signal-detection',
  'boltzmann',
  'error-power',
  'error-power-floor',
  'exponentiated-power',
].flatMap((law): Form[] => [
  { law, fitted: 'all' },
  { law, fitted: 'near' },
])

const smallest = 5

/**
 * The sizes at which the curve of a library of N is read: N over whole powers of the root of 2, rounded, from 5 up to
 * N, rising. Several sizes an octave, the same for every N, so that forms are fitted to curves of one density.
 */
export function fittedSizes(skills: number): number[] {
  const sizes = new Set<number>()
  for (let size = skills; Math.round(size) >= smallest; size /= Math.SQRT2) sizes.add(Math.round(size))
  return [...sizes].reverse()
}

/**
 * What a form that is fitted to a curve says at larger sizes, held inside [0, accuracy at the largest size of the
 * curve]: more competitors make no request easier for a router that scores each skill by itself. Null where the fit
 * reaches no minimum or the curve has fewer sizes than the law has parameters.
 */
export function extrapolated({ law: id, fitted }: Form, { sizes, right }: SizeCurve, at: readonly number[]) {
  const law: Law = lawById(id)
  const today = sizes.length - 1
  const from = fitted === 'near' ? sizes[today]! / nearest : 0
  const used = [...sizes.keys()].filter((k) => sizes[k]! >= from)
  if (used.length < law.parameters.length) return null
  const x = Float64Array.from(used, (k) => sizes[k]!)
  const y = Float64Array.from(used, (k) => right[k]!)
  const theta = reached(fitLaw(law, x, y))
  if (theta === null) return null
  const values = Array.from(predict(law, Float64Array.from(at), theta))
  return values.every(Number.isFinite) ? values.map((value) => Math.min(right[today]!, Math.max(0, value))) : null
}

/** A little more than 4, so that rounding a size does not take it out. */
const nearest = 4.2
