import { type DependencyClass, dependencyClasses } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import type { Eligibility } from '@lawbook/sweeps'
import type { ExecutionChoices } from './choices.ts'
import { type Compared, meanOver } from './compare.ts'
import { departure, difficultWithoutLeaks, everywhere, times, withoutLeaks } from './judged.ts'
import { channels } from './residualMeasures.ts'
import { cellsWhere, type JudgedRouter, type Quantity, type Study, withRouter } from './study.ts'

/** What is compared by size: an id, what stands above and below, and whether difficult pairs or all are meant. */
export const contrasts = [
  { id: 'own over placebo', above: 'state', below: 'placebo-present', pairs: 'difficult' },
  { id: 'own over placebo by chance', above: 'state', below: 'placebo', pairs: 'difficult' },
  { id: 'own over placebo removed', above: 'state-removed', below: 'placebo-removed', pairs: 'difficult' },
  { id: 'own over alone', above: 'state', below: 'second', pairs: 'difficult' },
  { id: 'asserted over alone', above: 'asserted', below: 'second', pairs: 'difficult' },
  { id: 'placebo over alone', above: 'placebo-present', below: 'second', pairs: 'difficult' },
  { id: 'realised over product', above: 'closed', below: 'product', pairs: 'all' },
  { id: 'right skills over product', above: 'right-ones', below: 'product', pairs: 'all' },
  { id: 'alone over product', above: 'common', below: 'product', pairs: 'all' },
] as const satisfies readonly { id: string; above: Quantity; below: Quantity; pairs: 'difficult' | 'all' }[]

type Named = { readonly router: string; readonly short: string; readonly study: Study }

/** The mean over judged routers, then each router by itself. */
function meanAndEach(study: Study): Named[] {
  if (study.routers.length === 0) return []
  return [
    { router: 'mean', short: 'mean', study },
    ...study.routers.map(({ id, short }, r) => ({ router: id, short, study: withRouter(study, r) })),
  ]
}

const mean = (study: Study, quantity: Quantity, size: number, cells: Uint8Array): number =>
  meanOver(study, study.chances(quantity, size), cells, [...study.routers.keys()], [...study.pairs.keys()])

const limits = (found: Compared | null) => ({
  value: found?.value ?? null,
  low: found?.nested?.i90[0] ?? null,
  high: found?.nested?.i90[1] ?? null,
})

/** Residual and ratio of each channel: the mean at every size, each router at the judged one. */
export function residualRows(study: Study, { ladder, size: judged, margins }: ExecutionChoices): Row[] {
  return meanAndEach(study).flatMap(({ router, short, study: own }) =>
    ladder
      .filter((size) => router === 'mean' || size === judged)
      .flatMap((size) =>
        channels.map(({ id, quantity, below }): Row => {
          const cells = everywhere(own)
          const { residual, logRatio } = departure(own, { above: quantity, below, cells, size }, margins)
          return {
            router,
            short,
            channel: id,
            size,
            joint: mean(own, quantity, size, cells),
            product: mean(own, below, size, cells),
            ...limits(residual),
            'ln ratio': logRatio?.value ?? null,
          }
        }),
      ),
  )
}

/**
 * Ratios of means: over all classes the mean over routers at every size and each router at the judged one; realised success by
 * class too, the mean at every size.
 */
export function contrastRows(study: Study, { ladder, size: judged }: ExecutionChoices): Row[] {
  const rowOf = (
    named: Named,
    contrast: (typeof contrasts)[number],
    only: DependencyClass | 'all',
    size: number,
  ): Row => {
    const { router, short, study: own } = named
    const { id, above, below, pairs } = contrast
    const among = pairs === 'difficult' ? difficultWithoutLeaks(own) : withoutLeaks(own)
    const cells = cellsWhere(own, (pair, cell) => among[cell] === 1 && (only === 'all' || pair.class === only))
    return {
      router,
      short,
      contrast: id,
      class: only,
      size,
      above: finite(mean(own, above, size, cells)),
      below: finite(mean(own, below, size, cells)),
      ...limits(times(own, { above, below, cells, size })),
    }
  }
  const [whole] = meanAndEach(study)
  if (whole === undefined) return []
  return [
    ...meanAndEach(study).flatMap((named) =>
      ladder
        .filter((size) => named.router === 'mean' || size === judged)
        .flatMap((size) => contrasts.map((contrast) => rowOf(named, contrast, 'all', size))),
    ),
    ...dependencyClasses.flatMap((name) =>
      ladder.flatMap((size) =>
        contrasts.filter(({ pairs }) => pairs === 'all').map((contrast) => rowOf(whole, contrast, name, size)),
      ),
    ),
  ]
}

const shownOfPairs = [
  'first',
  'second',
  'other',
  'state',
  'placebo-present',
  'placebo',
  'asserted',
  'state-removed',
  'placebo-removed',
  'product',
  'plan',
  'right-ones',
  'closed',
] as const satisfies readonly Quantity[]

/** Chances of each pair at the judged size: mean over judged routers, and each router's. */
export function pairRows(study: Study, { size }: ExecutionChoices): Row[] {
  return meanAndEach(study).flatMap(({ router, study: own }) =>
    own.pairs.map(({ id, class: dependency, second, leaks }, i): Row => {
      const routers = [...own.routers.keys()]
      const cells = everywhere(own)
      const difficult = routers.filter((r) => own.difficult[r * own.pairs.length + i] === 1).length / routers.length
      return {
        router,
        pair: id,
        class: dependency,
        'second skill': second,
        leaks,
        difficult,
        ...Object.fromEntries(
          shownOfPairs.map((quantity) => [quantity, meanOver(own, own.chances(quantity, size), cells, routers, [i])]),
        ),
      }
    }),
  )
}

const shownOfAll = [
  'first',
  'second',
  'other',
  'state',
  'placebo-present',
  'product',
] as const satisfies readonly Quantity[]

/** Every router that ran: whether it is judged, and its mean chances at the judged size. */
export function routerRows(
  study: Study,
  routers: readonly Eligibility<JudgedRouter & { readonly title: string }>[],
  { size, eligible }: ExecutionChoices,
): Row[] {
  return routers.map(({ id, title, short, kin, eligible: judged, reason, calibration }, r): Row => {
    const own = withRouter(study, r)
    const [quiet, hard] = [withoutLeaks(own), difficultWithoutLeaks(own)]
    return {
      router: id,
      title,
      short,
      kin,
      judged,
      reason,
      ...Object.fromEntries(eligible.map(({ size: at }, k) => [`calibration.${at}`, finite(calibration[k]!)])),
      ...Object.fromEntries(shownOfAll.map((quantity) => [quantity, finite(mean(own, quantity, size, quiet))])),
      'difficult own': finite(mean(own, 'state', size, hard)),
      'difficult placebo': finite(mean(own, 'placebo-present', size, hard)),
    }
  })
}

/** What states say, by class of pairs: means over pairs, and how many leak. */
export function stateTable(states: readonly Row[], { pairs }: Study): Row[] {
  const classes = [...new Set(pairs.map((pair) => pair.class))]
  const columns = ['own', 'placebo', 'own words', 'placebo words'] as const
  return classes.map((name): Row => {
    const ids = new Set(pairs.filter((pair) => pair.class === name).map(({ id }) => id))
    const rows = states.filter(({ pipeline }) => ids.has(String(pipeline)))
    const average = (column: string): number => rows.reduce((sum, row) => sum + Number(row[column]), 0) / rows.length
    return {
      class: name,
      pairs: rows.length,
      ...Object.fromEntries(columns.map((column) => [column, average(column)])),
      leaks: rows.filter(({ leaks }) => leaks === true).length,
      'placebo leaks': rows.filter((row) => row['placebo leaks'] === true).length,
    }
  })
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null)
