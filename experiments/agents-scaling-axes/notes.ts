import type { Row } from '@lawbook/schemas'
import { type AxisId, axisNames } from './axes.ts'
import { measureIds } from './measures.ts'
import type { Observed } from './observed.ts'
import { byTask } from './series.ts'

/** What a reader has to know beside the measures: numbers of the evidence and of the planted worlds. */
export function notesOf(
  observed: Observed,
  tables: { readonly worlds: readonly Row[]; readonly tests: readonly Row[] },
): string[] {
  return [
    fallsOf(observed),
    ...(Object.keys(axisNames) as AxisId[]).map((axis) => powerOf(axis, tables.worlds)),
    unrecordedOf(tables.worlds),
    testsOf(tables.tests),
    'Managed context: reported by one vendor of its own and of three other models; who manages context may also spend more.',
    'General AgentBench: one run a task and budget; the last budgets differ between benchmarks.',
    'The worlds judge the mean as it is; that verdicts also ask for it with missing runs at their worst is not in these counts.',
  ]
}

/** In how many steps from one point to the next the score of a task falls. */
function fallsOf({ sweeps }: Observed): string {
  let [falls, steps] = [0, 0]
  for (const series of sweeps.get('edgebench')!.series.filter(byTask))
    for (const { y } of series.tasks)
      for (let k = 1; k < y.length; k++) {
        if (Number.isNaN(y[k]!) || Number.isNaN(y[k - 1]!)) continue
        steps++
        if (y[k]! < y[k - 1]!) falls++
      }
  return `EdgeBench: the score of a task falls in ${falls} of ${steps} steps from one time to the next: nearly a best score so far, whose slope can hardly be below zero.`
}

/** How the rule of an axis does in each world, rivals one by one. */
function powerOf(axis: AxisId, worlds: readonly Row[]): string {
  const say = (world: string): string => {
    const own = worlds.filter((row) => row.world === world && row.measure === measureIds[axis])
    const agreed = own.filter(({ lo90 }) => Number(lo90) > 0).length
    const denied = own.filter(({ hi995 }) => Number(hi995) < 0).length
    return `${world} ${agreed} and ${denied} of ${own.length}`
  }
  return `${axisNames[axis]}, worlds agreed to and denied: ${['all-rise', 'falls', 'flat', 'mixed'].map(say).join('; ')}.`
}

function unrecordedOf(worlds: readonly Row[]): string {
  const mean = (measure: string): string => {
    const own = worlds.filter((row) => row.measure === measure)
    return (own.reduce((sum, { value }) => sum + Number(value), 0) / own.length).toFixed(1)
  }
  return `Where success is flat and late runs without record are published as failures, the slope of context budgets is ${mean('budgets-published')} points per e-fold on the average as published and ${mean('budgets-recorded')} without the missing runs.`
}

function testsOf(tests: readonly Row[]): string {
  const count = (reading: string, keep: (row: Row) => boolean): number =>
    tests.filter((row) => row.reading === reading && isBudget(row) && keep(row)).length
  const isBudget = ({ sweep }: Row): boolean => sweep === 'general-agentbench'
  const say = (reading: string): string => {
    const significant = (row: Row): boolean => Number(row.holm) <= 0.05
    const up = count(reading, (row) => significant(row) && Number(row.up) > Number(row.down))
    const down = count(reading, (row) => significant(row) && Number(row.up) < Number(row.down))
    return `${up} up and ${down} down of ${count(reading, () => true)}`
  }
  return `Context budgets, first against last, series that move at 5 % after Holm: ${say('recorded')} without missing runs, ${say('as-published')} as published (mcpbench by the judge's part in both, without and with cells that lack an execution rate).`
}
