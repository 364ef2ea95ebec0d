import type { AgentRow } from '@lawbook/agent-runs'
import { type Sweep, sweepOfShares, sweepOfUnits } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import type { Study } from './studies.ts'

/** Success over team size in one study, all else the same. */
export type SizeSweep = {
  readonly id: string
  readonly label: string
  readonly study: Study
  /** Read in an abstract or a note. */
  readonly secondary: boolean
  readonly sizes: Float64Array
  readonly means: Float64Array
  /** The means with their covariance; null where nothing says how far they vary. */
  readonly spread: Sweep | null
  /** What the spread is made of: "9 pairs of benchmark and model". */
  readonly resampled: string
  /** Units x sizes, where units were seen at every size. */
  readonly units: { readonly ids: readonly string[]; readonly values: Float64Array } | null
  /** Units that were not seen at every size and are left out. */
  readonly incomplete: number
  /** The figures of these units. */
  readonly leftOut: number
}

/** The sweeps of all studies, in the order of the studies and of their rows. */
export function sweepsOf(rows: readonly AgentRow[], sources: readonly Row[], studies: readonly Study[]): SizeSweep[] {
  const secondary = new Set(sources.filter(({ depth }) => depth === 'secondary').map(({ id }) => id))
  return studies.flatMap((study) => {
    const own = rows.filter(
      (row) => row.source === study.source && row.metric === study.metric && has(row, study.where),
    )
    const shared = own.filter((row) => study.shared !== null && has(row, study.shared))
    const series = groups(
      own.filter((row) => !shared.includes(row)),
      (row) => study.per.map((column) => row[column]).join(', '),
    )
    return [...series].map(([key, part]) => sweepOf(study, key, [...shared, ...part], secondary.has(study.source)))
  })
}

function sweepOf(study: Study, key: string, rows: readonly AgentRow[], secondary: boolean): SizeSweep {
  const placed = rows.filter(({ x, y }) => x !== null && y !== null)
  const sizes = Float64Array.from(new Set(placed.map(({ x }) => x!))).sort()
  const base = {
    id: key === '' ? study.id : `${study.id}: ${key}`,
    label: key === '' ? study.name : `${study.name}, ${key}`,
    study,
    secondary,
    sizes,
  }
  return { ...base, ...(study.unit === null ? ofShares(study, sizes, placed) : ofUnits(study.unit, sizes, placed)) }
}

type Values = Pick<SizeSweep, 'means' | 'spread' | 'resampled' | 'units' | 'incomplete' | 'leftOut'>

function ofUnits(unit: NonNullable<Study['unit']>, sizes: Float64Array, rows: readonly AgentRow[]): Values {
  const all = groups(rows, (row) => unit.map((column) => row[column]).join(', '))
  const whole = [...all].filter(([, own]) => own.length === sizes.length)
  const at = (own: readonly AgentRow[], size: number): number => own.find(({ x }) => x === size)!.y!
  const values = Float64Array.from(whole.flatMap(([, own]) => Array.from(sizes, (size) => at(own, size))))
  const means = sizes.map(
    (_, k) => whole.reduce((sum, _unit, u) => sum + values[u * sizes.length + k]!, 0) / whole.length,
  )
  const enough = whole.length >= 2 && sizes.length >= 2
  return {
    means,
    spread: enough ? sweepOfUnits(values, sizes.length) : null,
    resampled: `${whole.length} ${unit.length === 1 ? 'models' : 'pairs of model and suite'}, paired over sizes`,
    units: { ids: whole.map(([id]) => id), values },
    incomplete: all.size - whole.length,
    leftOut: rows.length - whole.length * sizes.length,
  }
}

function ofShares(study: Study, sizes: Float64Array, rows: readonly AgentRow[]): Values {
  const own = Array.from(sizes, (size) => rows.find(({ x }) => x === size)!)
  const means = Float64Array.from(own, ({ y }) => y!)
  const trials = own.map(({ n }) => study.tasks ?? n)
  const known = trials.every((n) => n !== null) && sizes.length >= 2
  const text =
    study.tasks === null ? 'tasks, sizes as if independent' : `${study.tasks} tasks, an upper bound of the spread`
  return {
    means,
    spread: known
      ? sweepOfShares(
          means,
          Float64Array.from(trials, (n) => n!),
        )
      : null,
    resampled: known ? text : 'nothing: no spread is printed',
    units: null,
    incomplete: 0,
    leftOut: 0,
  }
}

function has(row: AgentRow, wanted: Study['where']): boolean {
  return Object.entries(wanted).every(([column, value]) =>
    [value].flat().includes(row[column as keyof AgentRow] as string),
  )
}

/** Rows by a key, in the order in which keys first come. */
export function groups(rows: readonly AgentRow[], key: (row: AgentRow) => string): Map<string, AgentRow[]> {
  const found = new Map<string, AgentRow[]>()
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row])
  return found
}
