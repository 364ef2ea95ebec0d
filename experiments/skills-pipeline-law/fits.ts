import { lineWeights } from '@lawbook/sweeps'
import type { PipelineChoices } from './choices.ts'
import { type Cells, type Form, fitForm, law, refitForm, rivals } from './forms.ts'
import { type Means, meansOf, type SingleFrom } from './means.ts'
import type { Study } from './study.ts'

/**
 * What stands for the accuracy p of a single step. `own steps`: p^K is the mean over the plans of a length of the product of
 * their steps' own accuracies at that size, so that it does not matter whether long plans happen to have hard steps.
 * `line`: a - b ln N, fitted to single steps.
 */
export type Base = 'own steps' | 'line'

/** Where the numbers fitted to one router stand in `Fits.values`. */
export type Layout = {
  readonly a: number
  readonly b: number
  readonly gamma: number
  /** Accuracy less the law in points, one a cell. */
  readonly deviations: readonly number[]
}

/** Of the law, then of each rival: the parameter fitted to short plans, and the mean signed error in points on long ones. */
export type Forecasts = { readonly trained: Float64Array; readonly errors: Float64Array }

export type Fits = {
  readonly layout: Layout
  /** Length and size of each cell. */
  readonly cells: readonly { readonly length: number; readonly size: number }[]
  /** Whether there are plans to fit and longer ones to predict. */
  readonly predicts: boolean
  /** The cluster of each plan, as a number. */
  readonly clusters: Int32Array
  /** Everything that is fitted to a router, without the plans of one cluster; what cannot be fitted is NaN. */
  values(router: number, leftOut: number | null): Float64Array
  /** The same for what is predicted. */
  forecasts(router: number, leftOut: number | null): Forecasts
  /** The accuracies behind it. */
  means(router: number, leftOut: number | null): Means
  /** ln p of each cell. */
  logP(router: number): Float64Array
}

const smallest = 1e-9
const forms: readonly Form[] = [law, ...rivals]

/** Fit the law and its rivals router by router; fits are kept, since several measures leave out the same clusters. */
export function fitsOf(
  study: Study,
  choices: PipelineChoices,
  { base = 'own steps', from = 'all steps' }: { readonly base?: Base; readonly from?: SingleFrom } = {},
): Fits {
  const { sizes, plans } = study
  const lengths = choices.lengths.filter((length) => spread(study, length) > 1)
  const cells = lengths.flatMap((length) => sizes.map((size) => ({ length, size })))
  const length = Float64Array.from(cells, (cell) => cell.length)
  const logN = Float64Array.from(cells, ({ size }) => Math.log(size))
  const first = length.findIndex((k) => k > choices.trainUpTo)
  // Cells stand in the order of lengths: those that are fitted first.
  const split = first < 0 ? length.length : first
  const layout = layoutOf(cells.length)
  const names = [...new Set(plans.map(({ cluster }) => cluster))]
  const clusters = Int32Array.from(plans, ({ cluster }) => names.indexOf(cluster))
  const weights = lineWeights(sizes)
  const means = meansOf(study, lengths, clusters, from)

  const lineOf = ({ single }: Means): readonly [number, number] => {
    let [a, b] = [0, 0]
    for (let s = 0; s < sizes.length; s++) {
      a += weights.a[s]! * single[s]!
      b += weights.b[s]! * single[s]!
    }
    return [a, b]
  }
  const logOf = (found: Means): Float64Array => {
    const [a, b] = lineOf(found)
    const out = new Float64Array(cells.length)
    for (let i = 0; i < cells.length; i++)
      out[i] = base === 'line' ? Math.log(inside(a - b * logN[i]!)) : Math.log(inside(found.product[i]!)) / length[i]!
    return out
  }
  const fit = (router: number, leftOut: number | null, near: Float64Array | null): Float64Array => {
    const found = means(router, leftOut)
    const all: Cells = { logP: logOf(found), length, right: found.whole }
    const out = new Float64Array(3 + cells.length)
    const [a, b] = lineOf(found)
    out[layout.a] = a
    out[layout.b] = b
    const gamma = near === null ? fitForm(law, all) : refitForm(law, all, near[layout.gamma]!)
    out[layout.gamma] = cells.length === 0 ? Number.NaN : gamma
    for (let i = 0; i < cells.length; i++)
      out[layout.deviations[i]!] = 100 * (all.right[i]! - law.value(all.logP[i]!, length[i]!, gamma))
    return out
  }
  const predict = (router: number, leftOut: number | null, near: Forecasts | null): Forecasts => {
    const found = means(router, leftOut)
    const all: Cells = { logP: logOf(found), length, right: found.whole }
    const [train, ahead] = [part(all, 0, split), part(all, split, cells.length)]
    const trained = Float64Array.from(forms, (form, j) =>
      near === null ? fitForm(form, train) : refitForm(form, train, near.trained[j]!),
    )
    return { trained, errors: Float64Array.from(forms, (form, j) => meanError(form, ahead, trained[j]!)) }
  }
  const values = kept(fit, study.routers.length)
  const forecasts = kept(predict, study.routers.length)
  return {
    layout,
    cells,
    predicts: split > 0 && split < cells.length,
    clusters,
    values,
    forecasts,
    means,
    logP: (router) => logOf(means(router, null)),
  }
}

/** What is fitted to a router without a cluster starts from the fit to all, and is made once. */
function kept<T>(
  fit: (router: number, leftOut: number | null, near: T | null) => T,
  routers: number,
): (router: number, leftOut: number | null) => T {
  const known = Array.from({ length: routers }, () => new Map<number | null, T>())
  const get = (router: number, leftOut: number | null): T => {
    const own = known[router]!
    const found = own.get(leftOut) ?? fit(router, leftOut, leftOut === null ? null : get(router, null))
    own.set(leftOut, found)
    return found
  }
  return get
}

function inside(p: number): number {
  return Math.min(Math.max(p, smallest), 1 - smallest)
}

function layoutOf(cells: number): Layout {
  const places = (from: number, n: number): number[] => Array.from({ length: n }, (_, i) => from + i)
  return {
    a: 0,
    b: 1,
    gamma: 2,
    deviations: places(3, cells),
  }
}

/** In how many clusters plans of a length are. */
function spread({ plans }: Study, length: number): number {
  return new Set(plans.filter((plan) => plan.length === length).map(({ cluster }) => cluster)).size
}

function part({ logP, length, right }: Cells, from: number, to: number): Cells {
  return { logP: logP.subarray(from, to), length: length.subarray(from, to), right: right.subarray(from, to) }
}

/** Mean of predicted less observed, in points; NaN without cells. */
function meanError(form: Form, { logP, length, right }: Cells, theta: number): number {
  let sum = 0
  for (let i = 0; i < right.length; i++) sum += form.value(logP[i]!, length[i]!, theta) - right[i]!
  return (100 * sum) / right.length
}
