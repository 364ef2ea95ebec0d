import { mcnemarMidP } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { meanCurve, sizeOf } from '@lawbook/sweeps'
import { agreementOf } from './agreement.ts'
import { armIds, mainArms, type Optimiser, optimisers, subsetId } from './arms.ts'
import type { OptimizationChoices } from './choices.ts'
import { cells } from './effectTable.ts'
import { type At, estimate, estimates } from './estimate.ts'
import type { Book, Observed } from './evidence.ts'
import { change, changeElsewhere, shares, stepCount } from './judge.ts'
import { routedArms } from './observedRows.ts'
import { allOf } from './subsets.ts'
import { type Touch, touches } from './touched.ts'

/** Accuracy of the main arms along N in random libraries, and among the nearest competitors; shares in [0, 1]. */
export function curveRows({ panel }: Observed, { ladder, adversarial }: OptimizationChoices): Row[] {
  if (panel === null) return []
  const points = [
    ...ladder.map((size) => ({ libraries: 'random', size, column: `right.${size}` })),
    ...adversarial.map((size) => ({ libraries: 'nearest', size, column: `near.${size}` })),
  ]
  const cellsOf = mainArms.flatMap((arm) => points.map((point) => ({ arm, ...point })))
  const found = estimates(panel.ladder, (at) => cellsOf.map(({ arm, column }) => at(`${arm}.${column}`)))
  return cellsOf.map(({ arm, libraries, size }, k): Row => {
    const { value, lo90, hi90 } = cells(found[k]!)
    return { arm, libraries, size, right: value!, low: lo90 ?? null, high: hi90 ?? null }
  })
}

/** What each step of each optimiser contributes: Shapley's share, alone, last, in two outcomes, in points. */
export function stepRows({ panel }: Observed, titles: Readonly<Record<string, readonly string[]>>): Row[] {
  if (panel === null) return []
  const books = { right: panel.pooled, wrong: panel.pooled, captured: panel.held }
  return optimisers.flatMap((optimiser) =>
    (['right', 'wrong', 'captured'] as const).flatMap((outcome) => {
      const found = shares(books[outcome], optimiser, outcome)
      const total = estimate(books[outcome], change(optimiser, outcome))
      const row = (step: string, place: number, one: Parameters<typeof cells>[0]): Row => ({
        ...{ optimiser, outcome, step, place },
        ...cells(one),
      })
      const titled = (k: number): string => titles[optimiser]?.[k] ?? `step ${k + 1}`
      const others = outcome !== 'right' ? [] : contributionsOf(panel.pooled, optimiser)
      return [
        ...found.map((one, k) => row(titled(k), k, one)),
        row('all steps', stepCount, total),
        ...others.map(({ place, way, one }) => ({ ...row(titled(place), place, one), outcome: `right, ${way}` })),
      ]
    }),
  )
}

/** Each step of an optimiser alone, and last after all others. */
function contributionsOf(book: Book, optimiser: Optimiser) {
  const all = allOf(stepCount)
  return Array.from({ length: stepCount }, (_, place) => {
    const [own, others] = [subsetId(optimiser, 1 << place), subsetId(optimiser, all & ~(1 << place))]
    return [
      { place, way: 'alone', one: estimate(book, change(own, 'right')) },
      { place, way: 'last', one: estimate(book, change(optimiser, 'right', others)) },
    ]
  }).flat()
}

/** Per router and arm: accuracy before and after, the change in points, twins, and McNemar's mid-p in the whole library. */
export function routerRows(observed: Observed): Row[] {
  return observed.judged.flatMap(({ id, short, kin }) => {
    const book = observed.routed(id)
    const level = (column: string): number => levelOf(book, column)
    return routedArms.map(
      (arm): Row => ({
        router: id,
        short,
        kin,
        arm,
        right: level(`${arm}.right`),
        wrong: level(`${arm}.wrong`),
        'whole library': level(`${arm}.full`),
        'whole library, twins': level(`${arm}.twin`),
        ...(arm === armIds.before ? cells(null) : cells(estimate(book, change(arm, 'right')))),
        mcnemar: mcnemarOf(observed, id, arm),
        n: sizeOf(book.sample).requests,
      }),
    )
  })
}

function mcnemarOf({ discordant }: Observed, router: string, arm: string): number | null {
  const rows = discordant.filter((row) => row.router === router && row.arm === arm)
  if (rows.length === 0) return null
  const total = (column: string): number => rows.reduce((sum, row) => sum + Number(row[column]), 0)
  return mcnemarMidP({ onlyFirst: total('only before'), onlySecond: total('only after') })
}

/** Of each optimiser and router the change on requests apart by what was done to the skill that is meant; also pooled. */
export function touchedRows(observed: Observed): Row[] {
  const names = [...observed.judged.map(({ id, short }) => ({ id, short })), { id: 'mean', short: 'mean' }]
  return optimisers.flatMap((optimiser) =>
    touches.flatMap((touch) => {
      const books = observed.judged.map(({ id }) => observed.touched(optimiser, touch, id))
      const known = books.filter((book) => book !== null)
      if (known.length < books.length || known.length === 0) return []
      return names.map(({ id, short }, r): Row => {
        const book = known[r] ?? meanOf(known)
        return {
          ...{ optimiser, touch: touch as Touch, router: id, short, n: sizeOf(book.sample).requests },
          before: levelOf(book, 'before.right'),
          after: levelOf(book, 'after.right'),
          ...cells(steady(book) ? estimate(book, gained) : null),
        }
      })
    }),
  )
}

const gained = (at: At): number => 100 * (at('after.right') - at('before.right'))

/** The mean of a column. */
const levelOf = ({ columns, sample }: Book, column: string): number => meanCurve(sample, null)[columns.indexOf(column)]!

/** Fewer requests, or a stratum whose requests are all of one package, give no interval. */
const fewest = 20
const steady = ({ sample }: Book): boolean =>
  sizeOf(sample).requests >= fewest && sample.strata.every(({ counts, n }) => counts.every((count) => count < n))

/** The mean of books over routers: the same requests in each. */
function meanOf(books: readonly Book[]): Book {
  const [first] = books
  const mean = (pick: (book: Book) => Float64Array): Float64Array =>
    pick(first!).map((_, k) => books.reduce((sum, book) => sum + pick(book)[k]! / books.length, 0))
  const strata = first!.sample.strata.map((stratum, s) => ({
    ...stratum,
    sums: mean((book) => book.sample.strata[s]!.sums),
    totals: mean((book) => book.sample.strata[s]!.totals),
  }))
  return { columns: first!.columns, sample: { ...first!.sample, strata } }
}

/** The gain of the authors' steps in every order, one router: `ABCD` is the order given. */
export function orderRows({ orders, panel, judged }: Observed, { size }: OptimizationChoices): Row[] {
  if (orders === null || panel === null) return []
  const [first] = judged
  const own = orders.columns.toSorted()
  const given = own.indexOf('order.ABCD')
  const found = estimates(orders, (at) => own.map((column) => 100 * (at(column) - at(own[given]!))))
  const levels = estimates(orders, (at) => own.map((column) => 100 * at(column)))
  return own.map(
    (column, k): Row => ({
      router: first!.id,
      size,
      order: column.slice('order.'.length),
      accuracy: levels[k]!.value,
      ...cells(found[k]!),
    }),
  )
}

/** What the arms change in the other library, and here, by size. */
export function elsewhereRows({ panel }: Observed): Row[] {
  if (panel === null) return []
  const { elsewhere, ladder } = panel
  const sizes = [...new Set(elsewhere.columns.map((column) => Number(column.slice(column.lastIndexOf('.') + 1))))]
  const arms = [armIds.authors, armIds.ours, armIds.hub, armIds.both]
  return sizes.flatMap((size) => [
    ...arms.map(
      (arm): Row => ({ library: 'other', arm, size, ...cells(estimate(elsewhere, changeElsewhere(arm, size))) }),
    ),
    ...arms.map(
      (arm): Row => ({ library: 'here', arm, size, ...cells(estimate(ladder, change(arm, `right.${size}`))) }),
    ),
  ])
}

/** What raters said of the sampled errors, by the arm that they come from. */
export function ratingRows({ ratings }: Observed): Row[] {
  if (ratings.length === 0) return []
  return ['all', ...new Set(ratings.map(({ arm }) => String(arm)))].map((arm): Row => {
    const { n, both, either, kappa, kappaOfFour } = agreementOf(
      ratings.filter((row) => arm === 'all' || row.arm === arm),
    )
    const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
    return {
      arm,
      n,
      'both raters': both,
      'one rater': either,
      kappa: finite(kappa),
      'kappa of four': finite(kappaOfFour),
    }
  })
}
