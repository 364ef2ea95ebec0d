import type { StreamFactory } from '@lawbook/base'
import type { Nested } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import { effortPairs, meanGain } from './effort.ts'
import { judged } from './estimate.ts'
import { budgetWorlds, effortWorlds, plantBudgets, plantEffort, plantThroughput, throughputWorlds } from './planted.ts'
import type { RowOf } from './rows.ts'
import type { BudgetSeries } from './sequential.ts'
import { gainOverBenchmarks } from './sequentialMeasures.ts'
import { meanExponent, speedUps } from './throughput.ts'

/** What the planted worlds keep of the real tables. */
type Designs = {
  readonly effort: readonly RowOf<'effort'>[]
  readonly budgets: readonly BudgetSeries[]
  readonly throughput: readonly RowOf<'throughput'>[]
  readonly replicates: number
  readonly stream: StreamFactory
}

/** Every world through the measure of its claim, so many times: the table `worlds`. */
export function worldRows({ effort, budgets, throughput, replicates, stream }: Designs): Row[] {
  const repeat = <W>(
    worlds: Readonly<Record<string, W>>,
    measure: string,
    find: (world: W, name: string, replicate: number) => Nested | null,
  ): Row[] =>
    Object.entries(worlds).flatMap(([name, world]) =>
      Array.from({ length: replicates }, (_, replicate) =>
        worldRow(name, replicate, measure, find(world, name, replicate)),
      ),
    )
  return [
    ...repeat(effortWorlds, 'effort-gain', (world, name, replicate) =>
      judged(meanGain(effortPairs(plantEffort(effort, world, stream('world', name, replicate))))),
    ),
    ...repeat(budgetWorlds, 'budget-gain', (world, name, replicate) =>
      judged(gainOverBenchmarks(plantBudgets(budgets, world, stream('world', name, replicate)))),
    ),
    ...repeat(throughputWorlds, 'throughput-exponent', (world, name, replicate) =>
      judged(meanExponent(speedUps(plantThroughput(throughput, world, stream('world', name, replicate))))),
    ),
  ]
}
