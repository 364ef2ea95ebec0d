import type { Findings, RunContext } from '@lawbook/experiment'
import type { SpeedupChoices } from './choices.ts'
import { curveFindings } from './curveFindings.ts'
import { readEvidence } from './evidence.ts'
import { exponentMeasures } from './exponentMeasures.ts'
import { plain } from './measureOf.ts'
import { notesOf } from './notes.ts'
import { referenceRows, referencesOf } from './reference.ts'
import { shareFindings } from './shareMeasures.ts'
import { cellRows, costRows, exponentRows } from './tables.ts'
import { plantedRows } from './worlds.ts'

/** From evidence rows to measures, fits and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<SpeedupChoices>): Promise<Findings> {
  const observed = readEvidence(evidence)
  const references = referencesOf(observed.reference)
  progress(1, 4, 'reference data')
  const curves = curveFindings(observed, choices, stream)
  progress(2, 4, 'speed-up curves')
  const shares = shareFindings(observed, choices, stream)
  progress(3, 4, 'cells against noise')
  const worlds = plantedRows(observed, choices, stream)
  const exponents = exponentMeasures(observed, choices)
  return {
    measures: [
      ...exponents,
      ...shares.measures,
      ...curves.measures,
      plain(
        {
          id: 'reference-departure',
          title: 'Largest departure of our scalability fits from what the R package usl prints',
          method: 'relative, over throughput, contention and coherency of two reference data sets; absolute for a zero',
          n: references.length,
          unit: 'relative',
        },
        Math.max(...references.map(({ departure }) => departure)),
        'no reference data',
      ),
    ],
    fits: [...references.flatMap(({ records }) => records), ...curves.fits],
    tables: {
      cells: cellRows(observed.cells),
      exponents: exponentRows(observed),
      speedups: curves.speedups,
      peaks: curves.peaks,
      shares: shares.rows,
      costs: costRows(observed),
      reference: referenceRows(references),
      worlds,
    },
    notes: notesOf({ observed, measures: [...exponents, ...shares.measures], shares: shares.rows, worlds, references }),
  }
}
