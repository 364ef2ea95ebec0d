import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { wordings } from '@lawbook/skill-requests'
import { type Eligibility, type Sample, sampleFrom } from '@lawbook/sweeps'
import type { OptimizationChoices } from './choices.ts'
import { type RouterRow, readRouters } from './whoIsJudged.ts'

/** Sums by cluster of many columns; the mean counts both wordings equally. */
export type Book = { readonly columns: readonly string[]; readonly sample: Sample }

/** What claims are judged by: the mean over routers here, the test half alone, and the other library. */
export type Panel = { readonly pooled: Book; readonly held: Book; readonly ladder: Book; readonly elsewhere: Book }

/** The committed evidence, read once. */
export type Observed = {
  readonly routers: readonly Eligibility<RouterRow>[]
  readonly judged: readonly Eligibility<RouterRow>[]
  /** Null if nobody is judged. */
  readonly panel: Panel | null
  /** One router: the arms that are shown for each. */
  routed(router: string): Book
  /** Requests of skills that an optimiser treated alike, of one router; null where there are none. */
  touched(optimiser: string, touch: string, router: string): Book | null
  readonly orders: Book | null
  readonly edits: readonly Row[]
  readonly discordant: readonly Row[]
  readonly ratings: readonly Row[]
}

type Tables = Readonly<Record<string, readonly Row[]>>

/** Read the evidence tables of this experiment. */
export function readEvidence(tables: Tables, choices: OptimizationChoices): Observed {
  const table = (id: string): readonly Row[] =>
    tables[id] ??
    fail('LB_DATA_MISSING', `the evidence lacks the table ${id}; it has ${Object.keys(tables).join(', ')}`)
  const packages = clustersOf(table('pooled'))
  const routers = readRouters(table('routers'), choices)
  const judged = routers.filter(({ eligible }) => eligible)
  const where = (id: string, wanted: Row): readonly Row[] => rowsWhere(table(id), wanted)
  return {
    routers,
    judged,
    panel:
      judged.length === 0
        ? null
        : {
            pooled: bookOf(table('pooled'), packages),
            held: bookOf(table('held'), packages),
            ladder: bookOf(table('ladder'), packages),
            elsewhere: bookOf(table('elsewhere'), clustersOf(table('elsewhere'))),
          },
    routed: (router) => bookOf(where('routed', { router }), packages),
    touched: (optimiser, touch, router) => {
      const rows = where('touched', { optimiser, touch, router })
      return wordings.every((tested) => rows.some((row) => row.tested === tested)) ? bookOf(rows, packages) : null
    },
    orders: judged.length === 0 ? null : bookOf(table('orders'), packages),
    edits: table('edits'),
    discordant: table('discordant'),
    ratings: table('ratings'),
  }
}

const clustersOf = (rows: readonly Row[]): string[] => [...new Set(rows.map((row) => String(row.package)))]

function rowsWhere(rows: readonly Row[], wanted: Row): readonly Row[] {
  return rows.filter((row) => Object.entries(wanted).every(([key, value]) => row[key] === value))
}

const keys = ['router', 'tested', 'optimiser', 'touch', 'package', 'n']

/** Rows of both wordings as one sample of two strata; its places are the columns. */
function bookOf(rows: readonly Row[], clusters: readonly string[]): Book {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !keys.includes(column))
  const strata = wordings.flatMap((tested) => sampleFrom(rowsWhere(rows, { tested }), columns, clusters).strata)
  return { columns, sample: { sizes: [...columns.keys()], clusters: clusters.length, strata } }
}
