import type { Findings, RunContext } from '@lawbook/experiment'
import type { ForecastChoices } from './choices.ts'
import { measuresOf } from './measures.ts'
import { notesOf } from './notes.ts'
import { plantedRows } from './planted.ts'
import { type Study, studyOf } from './study.ts'
import { errorRows, forecastRows, optimismRows, spreadRows } from './tables.ts'

/** From growing libraries and sums by package to measures and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<ForecastChoices>): Promise<Findings> {
  progress(0, 2, 'fitting forms')
  const study = studyOf(evidence, choices)
  progress(1, 2, 'planted worlds')
  const packages = askedPackages(study)
  return {
    measures: measuresOf(study, choices),
    fits: [],
    tables: {
      errors: errorRows(study, choices),
      forecasts: forecastRows(study, choices),
      spreads: spreadRows(study),
      optimism: optimismRows(study, choices),
      worlds: plantedRows(packages, choices, stream),
    },
    notes: notesOf(study, choices),
  }
}

/** How many asked skills each package has: planted probes are of as many. */
function askedPackages({ probed: [first] }: Study): number[] {
  return first === undefined ? [] : [...first.written.strata[0]!.counts].filter((skills) => skills > 0)
}
