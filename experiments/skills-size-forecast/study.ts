import { type Form, forms } from '@lawbook/audit'
import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { type Asking, type Cell, cellsFrom } from './cells.ts'
import type { ForecastChoices } from './choices.ts'
import { aheadColumn } from './columns.ts'
import { type Forecasts, forecastsOf } from './errors.ts'
import type { Half } from './growthEvidence.ts'
import { type Chosen, choose } from './judge.ts'
import { type Probed, probedFrom } from './optimism.ts'

/** The cells of one half and what forms say of them. */
export type Look = { readonly cells: readonly Cell[]; readonly all: readonly Forecasts[] }

/** The cells that `keep` says, with what was said of them. */
export function partOf({ cells, all }: Look, keep: (cell: Cell) => boolean): Look {
  const kept = [...cells.keys()].filter((i) => keep(cells[i]!))
  return {
    cells: kept.map((i) => cells[i]!),
    all: all.map(({ form, said }) => ({ form, said: kept.map((i) => said[i]!) })),
  }
}

/** The committed evidence, read once, with what calibration draws choose. */
export type Study = {
  readonly routers: readonly { readonly id: string; readonly title: string; readonly short: string }[]
  readonly calibration: Look
  readonly test: Look
  /** Growing libraries with too few requests at some size: how many (library, size, router) were left out. */
  readonly leftOut: number
  /** Null where no form fits. */
  readonly chosen: Chosen | null
  readonly probed: readonly Probed[]
  /** Skills of the whole library. */
  readonly skills: number
  /** The test half again, for users who ask otherwise or for what else came, under these forms alone. */
  again(asking: Asking, forms: readonly Form[], cameColumn?: typeof aheadColumn): Look
}

/** Read the evidence tables of this experiment. */
export function studyOf(evidence: Readonly<Record<string, readonly Row[]>>, choices: ForecastChoices): Study {
  const table = (id: string): readonly Row[] =>
    evidence[id] ?? fail('LB_DATA_MISSING', `the evidence lacks the table ${id}; observe the experiment again`)
  const look = (asking: Asking, half: Half, some: readonly Form[], cameColumn = aheadColumn): Look => {
    const cells = cellsFrom(table('growth'), asking, choices, cameColumn).filter((cell) => cell.half === half)
    return { cells, all: forecastsOf(cells, some, choices.factors) }
  }
  const routers = table('routers').map(({ id, title, short }) => ({
    id: String(id),
    title: String(title),
    short: String(short),
  }))
  const packages = table('packages').map((row) => String(row.package))
  const [calibration, test] = [look('mean', 'calibration', forms), look('mean', 'test', forms)]
  const ids = routers.map(({ id }) => id)
  return {
    routers,
    calibration,
    test,
    leftOut: table('growth').length / 2 - calibration.cells.length - test.cells.length,
    chosen: choose(calibration.all, calibration.cells, choices),
    probed: probedFrom(table('probes'), ids, packages, choices),
    skills: table('packages').reduce((sum, row) => sum + Number(row.skills), 0),
    again: (asking, some, cameColumn) => look(asking, 'test', some, cameColumn),
  }
}
