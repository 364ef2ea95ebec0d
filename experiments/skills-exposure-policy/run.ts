import type { Findings, RunContext } from '@lawbook/experiment'
import type { ExposureChoices } from './choices.ts'
import { readEvidence } from './evidence.ts'
import { judgedMeasures, panel, signedMeasures } from './measures.ts'
import { notesOf } from './notes.ts'
import { plantedRows } from './planted.ts'
import { shownMeasures } from './shownMeasures.ts'
import { budgetRows, curveRows, effectRows, routerRows, spreadRows } from './tables.ts'

/** From sums by package to measures and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<ExposureChoices>): Promise<Findings> {
  const observed = readEvidence(evidence, choices)
  progress(0, 2, 'planted worlds')
  const routers = panel(observed, choices)
  const [counts] = routers.map(({ sample }) => sample('full').strata[0]!.counts)
  const worlds = counts === undefined ? [] : plantedRows({ counts, routers, choices, stream })
  progress(1, 2, 'measures')
  return {
    measures: [
      ...judgedMeasures(observed, choices),
      ...signedMeasures(observed, choices),
      ...shownMeasures(observed, choices),
    ],
    fits: [],
    tables: {
      curves: curveRows(observed, choices),
      budgets: budgetRows(observed, choices, stream),
      effects: effectRows(observed, choices),
      spread: spreadRows(observed, choices),
      routers: routerRows(observed, choices),
      worlds,
    },
    notes: notesOf(observed, choices),
  }
}
