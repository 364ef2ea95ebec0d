import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { type Wording, wordings } from '@lawbook/skill-requests'
import { type Sample, sampleFrom } from '@lawbook/sweeps'
import { doubledArms } from './budgetEvidence.ts'
import type { ExposureChoices } from './choices.ts'
import type { Calibrated } from './judged.ts'
import { policyIds } from './policies.ts'
import { columnOf } from './tally.ts'

export type RouterRow = {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly kin: string
  readonly source: string
}

/** The committed evidence, read once. */
export type Observed = Calibrated<RouterRow> & {
  /** Characters of each skill's entry in full. */
  readonly lengths: readonly number[]
  /** Sums by package of one arm, at the sizes that are known for the wording. `mean` counts both wordings equally. */
  sample(router: string, arm: string, wording: Wording | 'mean'): Sample
  /** Variance of the accuracy over drawn libraries of the judged size, under one policy. */
  drawVariance(router: string, policy: string, wording: Wording): number
  /** Largest standard error, over routers, that drawing libraries leaves in the accuracy under a budget, at any size or one. */
  drawingError(budget?: number, size?: number): number
}

type Table = readonly Row[]

/** Read the evidence tables of this experiment. */
export function readEvidence(evidence: Readonly<Record<string, Table>>, choices: ExposureChoices): Observed {
  const table = (id: string): Table =>
    evidence[id] ??
    fail('LB_DATA_MISSING', `the evidence lacks the table ${id}; it has ${Object.keys(evidence).join(', ')}`)
  const skills = table('skills')
  const packages = [...new Set(skills.map((skill) => String(skill.package)))]
  const rowsOf = byRouter(table, choices.wording)
  const draws = table('draws')
  return {
    routers: table('routers') as unknown as RouterRow[],
    lengths: skills.map(({ characters }) => Number(characters)),
    calibration: calibrationFrom(table('calibration')),
    sample: (router, arm, wording) => {
      const strata = (wording === 'mean' ? wordings : [wording]).map((each) => rowsOf(arm, router, each))
      const sizes = strata.map((rows) => sizesOf(rows, arm)).reduce((a, b) => a.filter((size) => b.includes(size)))
      const columns = sizes.map((size) => columnOf(arm, size))
      const samples = strata.map((rows) => sampleFrom(rows, columns, packages))
      return { sizes, clusters: packages.length, strata: samples.flatMap((sample) => sample.strata) }
    },
    drawVariance: (router, policy, wording) => find(table('spread'), 'drawVariance', { router, policy, wording }),
    drawingError: (budget, size) =>
      draws
        .filter((row) => (budget === undefined || row.budget === budget) && (size === undefined || row.size === size))
        .reduce((most, { standardError }) => Math.max(most, Number(standardError)), 0),
  }
}

/** Accuracy on the calibration half from its rows; NaN where there is none. */
export function calibrationFrom(rows: Table): Observed['calibration'] {
  return (router, wording, size) => find(rows, 'accuracy', { router, wording, size })
}

function find(rows: Table, field: string, wanted: Row): number {
  const row = rows.find((one) => Object.entries(wanted).every(([key, value]) => one[key] === value))
  return typeof row?.[field] === 'number' ? row[field] : Number.NaN
}

/** The rows of an arm's table, one a package, of a router and wording; LB_DATA_MISSING where it was not asked. */
function byRouter(table: (id: string) => Table, judged: string) {
  const found = new Map<string, Row[]>()
  for (const id of ['exposure', 'structure', 'budgets'])
    for (const row of table(id)) {
      const key = `${id} ${row.router} ${row.wording ?? judged}`
      const own = found.get(key) ?? []
      found.set(key, own)
      own.push(row)
    }
  return (arm: string, router: string, wording: Wording): Table =>
    found.get(`${tableOf(arm)} ${router} ${wording}`) ??
    fail('LB_DATA_MISSING', `the router ${router} was not asked ${wording} requests in the arm ${arm}`)
}

function tableOf(arm: string): string {
  if ((policyIds as readonly string[]).includes(arm)) return 'exposure'
  const budget = arm.startsWith('budget-') || Object.values<string>(doubledArms).includes(arm)
  return budget ? 'budgets' : 'structure'
}

/** The sizes at which an arm was measured, rising. */
function sizesOf(rows: Table, arm: string): number[] {
  return Object.entries(rows[0] ?? {})
    .filter(([column, cell]) => cell !== null && column.slice(0, column.lastIndexOf('.')) === arm)
    .map(([column]) => Number(column.slice(column.lastIndexOf('.') + 1)))
    .sort((a, b) => a - b)
}
