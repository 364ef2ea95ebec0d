import { fail, type Stream } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { solvedChances } from './attemptRates.ts'
import type { Choices } from './choices.ts'
import { type SweepPlace, sweepPlaces } from './ladders.ts'
import { complete } from './ledger.ts'
import {
  coverageFrom,
  coverageNoise,
  meanOf,
  multinomial,
  nestedNoise,
  type Redraw,
  readingError,
  type TaskOutcomes,
  taskNoise,
} from './noise.ts'
import type { SweepTables } from './observe.ts'

/** One curve of a sweep: budgets x (ascending) and success y. */
export type Curve = {
  readonly id: string
  readonly label: string
  readonly x: Float64Array
  readonly y: Float64Array
  readonly tasks: number
}

/** Curves of one source, benchmark and kind of budget: the unit of the judgement. */
export type Sweep = {
  readonly id: string
  readonly place: SweepPlace
  readonly curves: readonly Curve[]
  readonly redraw: Redraw
  /** The sweep whose place it takes in an alternative; null for a judged one. */
  readonly replaces: string | null
}

type Read = {
  readonly curve: Curve
  readonly redraw: ((stream: Stream) => Float64Array) | null
  readonly outcomes: readonly TaskOutcomes[]
}

/**
 * The sweeps of these places in evidence rows. Throws LB_DOMAIN for a success outside [0, 1], LB_DATA_MISSING for a
 * sweep without a curve.
 */
export function sweepsOf(places: readonly SweepPlace[], tables: SweepTables, choices: Choices): Sweep[] {
  return places.map((place) => sweepOf(place, tables, choices, false))
}

/** The search sweep with runs that left no record counted as failures, as it was published. */
export function searchWithZeros(tables: SweepTables, choices: Choices): Sweep {
  const search = sweepPlaces.find(({ id }) => id === 'context-search')!
  return { ...sweepOf(search, tables, choices, true), id: 'context-search-zeros', replaces: search.id }
}

function sweepOf(place: SweepPlace, tables: SweepTables, choices: Choices, missingAsZero: boolean): Sweep {
  const series = tables.series.filter(({ sweep }) => sweep === place.id)
  if (series.length === 0)
    fail(
      'LB_DATA_MISSING',
      `the sweep ${place.id} has no curve; give evidence rows for it, or take it out of ladders.ts`,
    )
  const read = series.map((row) => readCurve(row, tables, choices, missingAsZero))
  for (const { curve } of read) checkShares(curve)
  const together = read.every(({ redraw }) => redraw === null)
  return {
    id: place.id,
    place,
    curves: read.map(({ curve }) => curve),
    redraw: together
      ? taskNoise(read.map(({ outcomes }) => outcomes))
      : (stream) => read.map(({ redraw }) => redraw!(stream)),
    replaces: place.replaces,
  }
}

function readCurve(series: Row, tables: SweepTables, choices: Choices, missingAsZero: boolean): Read {
  const n = Number(series.n)
  const about = { id: String(series.id), label: String(series.label) }
  if (series.published === 'solved')
    return fromPasses(
      about,
      tables.solved.filter((row) => row.series === series.id),
    )
  const points = tables.points.filter((row) => row.series === series.id)
  const x = Float64Array.from(points, (row) => Number(row.x))
  if (series.published === 'tasks') {
    const rows = tables.tasks.filter((row) => row.series === series.id && (missingAsZero || complete(row)))
    const outcomes = rows.map(
      (row): TaskOutcomes => ({
        task: String(row.task),
        n: Number(row.n),
        y: x.map((_, k) => Number(row[`at${k + 1}`] ?? 0)),
      }),
    )
    const y = meanOf(
      outcomes,
      outcomes.map(({ n }) => n),
    )
    return { curve: { ...about, x, y, tasks: outcomes.reduce((sum, { n }) => sum + n, 0) }, redraw: null, outcomes }
  }
  const y = Float64Array.from(points, (row) => Number(row.y))
  const curve = { ...about, x, y, tasks: n }
  const own = onDemand(() => {
    const chances = series.published === 'coverage' ? solvedChances(x, y) : null
    return chances === null ? nestedNoise(y, n) : coverageNoise(y, x, chances, n)
  })
  const redraw =
    series.digitised === true ? (stream: Stream) => readingError(own(stream), choices.digitised, stream) : own
  return { curve, redraw, outcomes: [] }
}

/** A redrawing that is prepared when it is first asked for: planted worlds never ask. */
function onDemand(prepare: () => (stream: Stream) => Float64Array): (stream: Stream) => Float64Array {
  let prepared: ((stream: Stream) => Float64Array) | null = null
  return (stream) => (prepared ??= prepare())(stream)
}

/** Coverage of 1 to m passes from how many tasks were solved in 0 to m of them. */
function fromPasses(about: { id: string; label: string }, rows: readonly Row[]): Read {
  const m = Number(rows[0]!.passes)
  const x = Float64Array.from({ length: m }, (_, k) => k + 1)
  const counts = Int32Array.from({ length: m + 1 }, (_, c) =>
    Number(rows.find(({ solved }) => solved === c)?.tasks ?? 0),
  )
  const tasks = counts.reduce((sum, count) => sum + count, 0)
  return {
    curve: { ...about, x, y: coverageFrom(counts, x), tasks },
    redraw: (stream) => coverageFrom(multinomial(counts, tasks, stream), x),
    outcomes: [],
  }
}

function checkShares({ id, y }: Curve): void {
  for (const value of y)
    if (!(value >= 0 && value <= 1))
      fail('LB_DOMAIN', `the curve ${id} has a success of ${value}; shares are in [0, 1], divide percentages by 100`)
}
