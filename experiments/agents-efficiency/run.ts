import { agentRows } from '@lawbook/agent-runs'
import type { Findings, RunContext } from '@lawbook/experiment'
import type { EfficiencyChoices } from './choices.ts'
import { completionReadings } from './completion.ts'
import { readingMeasure, spreadMeasure } from './measures.ts'
import { notesOf } from './notes.ts'
import { pricedSets } from './perDollar.ts'
import { perTurnReading } from './perTurn.ts'
import { keepsWorkingReadings } from './repeated.ts'
import { agentRowsOf, equalRows, priceRows, readingRows, spreadRows } from './tables.ts'
import { usefulShareReadings } from './usefulShare.ts'

/** Every reading of "efficiency" that has a number, and solved tasks per dollar, which has a unit. */
export async function run({ evidence, choices, stream }: RunContext<EfficiencyChoices>): Promise<Findings> {
  const rows = agentRows(evidence.published!)
  const readings = [
    ...completionReadings(rows),
    ...usefulShareReadings(rows),
    perTurnReading(rows),
    ...keepsWorkingReadings(rows, choices.trials),
  ]
  const priced = pricedSets(rows)
  const table = readingRows(readings, choices)
  return {
    measures: [
      ...readings.map((reading) => readingMeasure(reading, evidence.runs ?? [], choices, stream)),
      ...priced.map(spreadMeasure),
    ],
    fits: [],
    tables: {
      readings: table,
      agents: agentRowsOf(readings, choices),
      prices: priceRows(priced),
      spread: spreadRows(priced, choices),
      'equal-efficiency': equalRows(priced, choices),
    },
    notes: notesOf(table),
  }
}
