import type { Findings, RunContext } from '@lawbook/experiment'
import { blindRows } from './bestSoFar.ts'
import { calibrationRows } from './calibration.ts'
import type { HeldOutChoices } from './choices.ts'
import { readCrossSection, readSweep } from './evidence.ts'
import { fitRecords } from './fits.ts'
import { benchmarkRows, coverageRows, heldOutRows } from './heldOutCurves.ts'
import { measuresOf } from './measures.ts'
import { notesOf } from './notes.ts'
import { plantedRows } from './planted.ts'
import { answersOf, r2Rows } from './r2Table.ts'

/** From evidence rows to measures, fits and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<HeldOutChoices>): Promise<Findings> {
  const sweep = readSweep(evidence.budgets ?? [])
  const systems = evidence.systems ?? []
  const [hal, openhands] = [readCrossSection(systems, 'hal'), readCrossSection(systems, 'openhands')]
  progress(0, 3, 'predicting held-out tasks and benchmarks')
  const answers = answersOf(sweep, hal, openhands)
  progress(1, 3, 'measuring')
  const measures = measuresOf({ sweep, hal, openhands, answers, choices, stream })
  progress(2, 3, 'planted worlds')
  const worlds = [
    ...plantedRows({ sweep: sweep.sample, hal: hal.sample }, choices, stream),
    ...blindRows(sweep, choices, stream),
  ]
  const calibration = calibrationRows(answers, choices)
  const coverage = coverageRows(sweep, answers, choices)
  return {
    measures,
    fits: fitRecords(sweep, hal),
    tables: {
      r2: r2Rows(answers),
      calibration: calibration.bins,
      slopes: calibration.slopes,
      curves: heldOutRows(sweep, answers, choices),
      coverage,
      benchmarks: benchmarkRows(hal, answers, choices),
      worlds,
    },
    notes: notesOf({ sweep, hal, answers, coverage, measures, worlds, line: choices.line }),
  }
}
