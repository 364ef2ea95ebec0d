import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import type { Sample } from './sample.ts'

/** Scores of models on tasks after so many hours: a sample whose units are tasks and whose x is ln hours. */
export type Sweep = {
  readonly sample: Sample
  readonly tasks: readonly string[]
  readonly models: readonly string[]
  /** The budgets in hours, ascending. */
  readonly hours: readonly number[]
}

/** Systems on benchmarks: units are benchmarks, groups are models or systems, x is ln (dollars a task). */
export type CrossSection = {
  readonly sample: Sample
  readonly benchmarks: readonly string[]
  readonly groups: readonly string[]
  /** Tasks behind each row, null where nobody says how many. */
  readonly tasks: readonly (number | null)[]
}

/** The sweep in evidence rows (task, model, hours, score). Throws LB_DOMAIN for a budget that is not above 0. */
export function readSweep(rows: readonly Row[]): Sweep {
  const tasks = distinct(rows, 'task')
  const models = distinct(rows, 'model')
  const hours = [...new Set(rows.map((row) => Number(row.hours)))].sort((a, b) => a - b)
  if (!(hours[0]! > 0)) fail('LB_DOMAIN', `a time budget is ${hours[0]} h; it must be above 0`)
  return { tasks, models, hours, sample: sampleOf(rows, tasks, models) }
}

function sampleOf(rows: readonly Row[], tasks: readonly string[], models: readonly string[]): Sample {
  return {
    y: Float64Array.from(rows, ({ score }) => Number(score)),
    x: Float64Array.from(rows, (row) => Math.log(Number(row.hours))),
    unit: Int32Array.from(rows, ({ task }) => tasks.indexOf(String(task))),
    group: Int32Array.from(rows, ({ model }) => models.indexOf(String(model))),
    units: tasks.length,
    groups: models.length,
  }
}

/**
 * The systems of one source. What runs across benchmarks is the model on the leaderboard, whose scaffolds differ from
 * benchmark to benchmark, and scaffold with model in the index, where all are on all benchmarks.
 */
export function readCrossSection(rows: readonly Row[], source: 'hal' | 'openhands'): CrossSection {
  const own = rows
    .filter((row) => row.source === source)
    .map((row) => ({ ...row, group: source === 'hal' ? String(row.model) : `${row.agent} with ${row.model}` }) as Row)
  const benchmarks = distinct(own, 'benchmark')
  const groups = distinct(own, 'group')
  const sample = {
    y: Float64Array.from(own, ({ success }) => Number(success)),
    x: Float64Array.from(own, ({ cost }) => Math.log(Number(cost))),
    unit: Int32Array.from(own, ({ benchmark }) => benchmarks.indexOf(String(benchmark))),
    group: Int32Array.from(own, ({ group }) => groups.indexOf(String(group))),
    units: benchmarks.length,
    groups: groups.length,
  }
  return { sample, benchmarks, groups, tasks: own.map(({ n }) => (n == null ? null : Number(n))) }
}

function distinct(rows: readonly Row[], column: string): string[] {
  return [...new Set(rows.map((row) => String(row[column])))]
}
