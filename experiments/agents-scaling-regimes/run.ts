import type { Findings, RunContext } from '@lawbook/experiment'
import type { RegimeChoices } from './choices.ts'
import { effortPairs } from './effort.ts'
import { effortMeasures } from './effortMeasures.ts'
import { median } from './estimate.ts'
import { throughputFits } from './fits.ts'
import { hourPairs } from './hours.ts'
import { halfSpendShares, inHandRows, type Level, stepRows } from './inHand.ts'
import { notesOf } from './notes.ts'
import { attemptMeasures, inHandMeasure, teamMeasures, throughputMeasures } from './parallelMeasures.ts'
import { repeatRows, unionRows } from './repeats.ts'
import { read } from './rows.ts'
import { attempts, passSeries } from './selection.ts'
import { budgetSeries, lengthRatios } from './sequential.ts'
import { type BudgetMean, sequentialMeasures } from './sequentialMeasures.ts'
import * as tables from './tables.ts'
import { teamExponents } from './teams.ts'
import { qualities, speedUps } from './throughput.ts'
import { worldRows } from './worlds.ts'

/** From evidence rows to measures, fits and tables. */
export async function run({ evidence, choices, stream }: RunContext<RegimeChoices>): Promise<Findings> {
  const pairs = effortPairs(read('effort', evidence))
  const sequential = read('sequential', evidence)
  const series = budgetSeries(sequential, choices.laterStarts)
  const even = budgetSeries(sequential, choices.laterStarts, choices.evenStart)
  const means = (evidence.budgets ?? []) as unknown as readonly BudgetMean[]
  const hours = read('hours', evidence)
  const throughput = read('throughput', evidence)
  const [speeds, kinds] = [speedUps(throughput), qualities(throughput)]
  const parallel = read('parallel', evidence)
  const [passed, summaries] = [passSeries(parallel), attempts(parallel)]
  const levels = (evidence.levels ?? []) as unknown as readonly Level[]
  const inHand = inHandRows(levels)
  const measures = [
    ...effortMeasures(pairs),
    ...sequentialMeasures(series, even, means, hourPairs(hours), lengthRatios(read('lengths', evidence), series)),
    ...throughputMeasures(speeds, kinds),
    ...teamMeasures(teamExponents(read('teams', evidence))),
    ...attemptMeasures(passed, summaries),
    inHandMeasure(halfSpendShares(inHand)),
  ]
  return {
    measures,
    fits: throughputFits(speeds),
    tables: {
      pairs: tables.pairRows(pairs),
      gains: tables.gainRows(pairs),
      budgets: tables.budgetRows(means),
      changes: tables.changeRows(series),
      hours: tables.hourRows(hours),
      agents: tables.agentRows(speeds, kinds),
      passes: tables.passRows(passed),
      attempts: tables.attemptRows(summaries),
      kept: tables.keptRows(passed, summaries),
      repeats: repeatRows(read('trials', evidence)),
      union: unionRows(read('union', evidence), choices.unionSizes),
      'in-hand': inHand,
      steps: stepRows(levels, median),
      worlds: worldRows({
        effort: read('effort', evidence),
        budgets: series,
        throughput,
        replicates: choices.replicates,
        stream,
      }),
    },
    notes: notesOf(pairs, series, measures),
  }
}
