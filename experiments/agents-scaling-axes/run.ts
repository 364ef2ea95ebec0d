import type { Findings, RunContext } from '@lawbook/experiment'
import { acrossAgents } from './across.ts'
import { armRows } from './arms.ts'
import { axisRows } from './axisTable.ts'
import type { AxesChoices } from './choices.ts'
import { curveRows } from './curves.ts'
import { fitRecords } from './fits.ts'
import { measuresOf } from './measures.ts'
import { notesOf } from './notes.ts'
import { observedFrom } from './observed.ts'
import { pairedRows } from './pairedTests.ts'
import { plantedRows } from './planted.ts'
import { readingRows } from './readings.ts'

const retrievers = ['BM25', 'Qwen3-Embed-8B']

/** From evidence rows to measures, fits and tables. */
export async function run({ evidence, choices, stream }: RunContext<AxesChoices>): Promise<Findings> {
  const observed = observedFrom(evidence)
  const unsplit = observedFrom(evidence, false)
  const measures = [...measuresOf(observed, unsplit, choices), acrossAgents(evidence.calls ?? [], retrievers)]
  const tests = pairedRows(observed)
  const worlds = plantedRows(observed, choices, stream)
  return {
    measures,
    fits: fitRecords(observed),
    tables: {
      axes: axisRows(observed),
      curves: curveRows(observed),
      readings: readingRows(unsplit),
      tests,
      arms: armRows(observed),
      calls: (evidence.calls ?? []).filter(({ retriever }) => retrievers.includes(String(retriever))),
      silo: evidence.silo ?? [],
      secondary: evidence.secondary ?? [],
      worlds,
    },
    notes: notesOf(observed, { worlds, tests }),
  }
}
