import { fail } from '@lawbook/base'
import { emptySums, grouped, type Mixture, maximised, pack, step } from './mixture.ts'

/**
 * The beat-rate kernel of a router: K(s) for each of several kinds of request. rates[c · bins + k] is the probability
 * that a competitor in similarity bin k beats the right skill of a request of kind c; weights[c] is the share of kind c
 * among requests whose right skill shares anything with them; `missing` the share of the others, which are never won.
 */
export type Kernel = Mixture & { readonly bins: number; readonly missing: number }

/** What a kernel learns from: row i has counts[i · bins + k] competitors in bin k, of which beats[...] beat. */
export type Training = {
  readonly bins: number
  readonly counts: Float64Array
  readonly beats: Float64Array
  /** 1 where the right skill shares something with the request. */
  readonly matched: Uint8Array
}

/** A fit is at rest when no probability of a kind moves by more. */
const atRest = 1e-4

export type KernelOptions = { readonly kinds: number; readonly prior: number }

/**
 * A mixture of product binomials by the EM algorithm (latent class analysis; Dempster, Laird and Rubin 1977): each
 * request has one of `kinds` kinds, and given its kind, competitors beat independently with the kind's rate in their
 * bin. The spread of beat rates between requests is so carried over as it is; a mean kernel would make accuracy fall
 * exponentially. A rate is drawn to the common shape, scaled to the kind, as by `prior` competitors. Starts with equal
 * groups by overall beat rate, ties by row, and takes at most `steps` steps, fewer once no request's kind moves any
 * more; or goes on from `start` by just so many. Rows are those of `rows`; without one whose right skill is matched
 * LB_DATA_MISSING.
 */
export function fitKernel(
  training: Training,
  rows: readonly number[],
  { kinds, prior }: KernelOptions,
  steps: number,
  start?: Kernel,
): Kernel {
  const { bins, matched } = training
  const used = rows.filter((i) => matched[i] === 1)
  if (used.length === 0)
    fail('LB_DATA_MISSING', `no right skill of ${rows.length} training requests shares a word with its request`)
  const cells = pack(training, used)
  const toShape = { shape: commonShape(training, used), prior }
  const posterior = new Float64Array(used.length * kinds)
  let mixture: Mixture = start ?? maximised(grouped(cells, kinds, posterior), toShape)
  for (let taken = start === undefined ? 1 : 0; taken < steps; taken++) {
    const sums = emptySums(cells, kinds)
    const moved = step(cells, mixture, posterior, sums)
    mixture = maximised(sums, toShape)
    if (start === undefined && moved < atRest) break
  }
  return { bins, rates: mixture.rates, weights: mixture.weights, missing: 1 - used.length / rows.length }
}

/** The beat rate in each bin over all rows: what a figure shows as K(s). */
export function commonShape({ bins, counts, beats }: Training, rows: readonly number[]): Float64Array {
  return Float64Array.from({ length: bins }, (_, k) => {
    let [r, n] = [0.5, 1]
    for (const i of rows) {
      r += beats[i * bins + k]!
      n += counts[i * bins + k]!
    }
    return r / n
  })
}
