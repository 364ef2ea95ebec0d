import type { Row } from '@lawbook/schemas'
import type { PipelineChoices } from './choices.ts'
import { fitsOf } from './fits.ts'
import { fitForm, law } from './forms.ts'
import { productAt, type Study } from './study.ts'

/** Gamma fitted to the plans of one length alone, and to one size alone, mean over routers; null without such plans. */
export function readingRows(study: Study, choices: PipelineChoices): Row[] {
  const fits = fitsOf(study, choices)
  const gammaWhere = (keep: (cell: { readonly length: number; readonly size: number }) => boolean): number | null => {
    const places = [...fits.cells.keys()].filter((i) => keep(fits.cells[i]!))
    if (places.length === 0 || study.routers.length === 0) return null
    const take = (all: Float64Array): Float64Array => Float64Array.from(places, (i) => all[i]!)
    const length = Float64Array.from(places, (i) => fits.cells[i]!.length)
    const gammas = study.routers.map((_, r) => {
      const right = take(fits.means(r, null).whole)
      // Plans that are never right have no gamma: any large one fits them.
      return right.every((x) => x === 0) ? null : fitForm(law, { logP: take(fits.logP(r)), length, right })
    })
    const known = gammas.filter((gamma) => gamma !== null)
    return known.length < gammas.length ? null : known.reduce((sum, x) => sum + x, 0) / known.length
  }
  return [
    ...choices.lengths.map((at): Row => ({ by: 'length', at, gamma: gammaWhere(({ length }) => length === at) })),
    ...study.sizes.map((at): Row => ({ by: 'size', at, gamma: gammaWhere(({ size }) => size === at) })),
  ]
}

/** Of each plan of three steps and router: the product of the steps' own accuracies, each asked alone, and the whole plan. */
export function threeStepRows(study: Study, choices: PipelineChoices): Row[] {
  const s = study.sizes.indexOf(choices.size)
  return study.plans.flatMap(({ id, length }, p) =>
    length === 3
      ? study.routers.map(
          ({ id: router }, r): Row => ({
            plan: id,
            router,
            product: productAt(study, study.alone[r]![p]!, s),
            whole: study.whole[r]![p]![s]!,
          }),
        )
      : [],
  )
}

/** How many plans of three steps, and routers, have no product to fall from, and the largest fall of one plan in points. */
export function threeStepFacts(rows: readonly Row[]) {
  const group = (by: 'plan' | 'router'): (readonly Row[])[] =>
    [...new Set(rows.map((row) => row[by]))].map((id) => rows.filter((row) => row[by] === id))
  const empty = (groups: readonly (readonly Row[])[]): number =>
    groups.filter((own) => own.every(({ product }) => product === 0)).length
  const [plans, routers] = [group('plan'), group('router')]
  const falls = plans.map(
    (own) => (100 * own.reduce((sum, { product, whole }) => sum + Number(product) - Number(whole), 0)) / own.length,
  )
  return {
    plans: plans.length,
    routers: routers.length,
    emptyPlans: empty(plans),
    emptyRouters: empty(routers),
    largest: falls.length === 0 ? null : Math.max(...falls),
  }
}
