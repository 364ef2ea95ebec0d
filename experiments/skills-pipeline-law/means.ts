import { productAt, type Study } from './study.ts'

/** Which plans the accuracy of a single step is read from: the steps of all plans, or plans of one step alone. */
export type SingleFrom = 'all steps' | 'singles'

/** Mean accuracies of one router: of single steps by size; of plans, and of products of their own steps, by length and size. */
export type Means = {
  readonly single: Float64Array
  readonly whole: Float64Array
  readonly product: Float64Array
}

/** Sums over plans, with how many steps and how many plans of each length there are. */
type Sums = Means & { readonly steps: number; readonly counts: readonly number[] }

/** Means over all plans but those of one cluster: the sums over all less what the cluster's own plans add. */
export function meansOf(
  study: Study,
  lengths: readonly number[],
  clusters: Int32Array,
  from: SingleFrom,
): (router: number, leftOut: number | null) => Means {
  const { plans, routers } = study
  const width = study.sizes.length
  const members = new Map<number, number[]>()
  for (const [p, cluster] of clusters.entries()) members.set(cluster, [...(members.get(cluster) ?? []), p])
  const counted = plans.map(({ length }) => (from === 'all steps' || length === 1 ? length : 0))
  const rows = plans.map(({ length }) => lengths.indexOf(length))
  const products = routers.map((_, r) =>
    plans.map((_, p) => Float64Array.from({ length: width }, (_, s) => productAt(study, study.alone[r]![p]!, s))),
  )

  /** Take plans off sums, or add them with `sign` 1. */
  const put = (r: number, sums: Sums, places: readonly number[], sign: 1 | -1): Sums => {
    const { single, whole, product } = sums
    const counts = [...sums.counts]
    let { steps } = sums
    for (const p of places) {
      const own = study.alone[r]![p]!
      if (counted[p]! > 0) for (let i = 0; i < own.length; i++) single[i % width]! += sign * own[i]!
      steps += sign * counted[p]!
      const row = rows[p]!
      if (row < 0) continue
      counts[row]! += sign
      for (let s = 0; s < width; s++) {
        whole[row * width + s]! += sign * study.whole[r]![p]![s]!
        product[row * width + s]! += sign * products[r]![p]![s]!
      }
    }
    return { single, whole, product, steps, counts }
  }
  const cells = lengths.length * width
  const totals = routers.map((_, r) => {
    const none = { single: new Float64Array(width), whole: new Float64Array(cells), product: new Float64Array(cells) }
    return put(r, { ...none, steps: 0, counts: lengths.map(() => 0) }, [...plans.keys()], 1)
  })
  return (r, leftOut) => {
    const total = totals[r]!
    const copy = {
      ...total,
      single: total.single.slice(),
      whole: total.whole.slice(),
      product: total.product.slice(),
    }
    const { single, whole, product, steps, counts } = put(r, copy, leftOut === null ? [] : members.get(leftOut)!, -1)
    for (let s = 0; s < width; s++) single[s]! /= steps
    for (const [row, count] of counts.entries())
      for (let i = row * width; i < (row + 1) * width; i++) {
        whole[i]! /= count
        product[i]! /= count
      }
    return { single, whole, product }
  }
}
