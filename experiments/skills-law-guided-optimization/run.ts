import type { Findings, RunContext } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { allSteps } from './arms.ts'
import type { OptimizationChoices } from './choices.ts'
import { effectRows } from './effectTable.ts'
import { type Observed, readEvidence } from './evidence.ts'
import { judgedMeasures } from './measures.ts'
import { notesOf } from './notes.ts'
import { shownMeasures } from './shownMeasures.ts'
import { curveRows, elsewhereRows, orderRows, ratingRows, routerRows, stepRows, touchedRows } from './tables.ts'
import { plantedRows } from './worlds.ts'

/** From sums by package to measures and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<OptimizationChoices>): Promise<Findings> {
  const observed = readEvidence(evidence, choices)
  progress(0, 2, 'planted worlds')
  const { panel } = observed
  const worlds = panel === null ? [] : plantedRows({ panel, edited: editedShares(observed), choices, stream })
  progress(1, 2, 'measures')
  const titles = { authors: allSteps.authors.map(({ id }) => id), ours: allSteps.ours.map(({ id }) => id) }
  return {
    measures: [...judgedMeasures(observed, choices), ...shownMeasures(observed, choices)],
    fits: [],
    tables: {
      curves: curveRows(observed, choices),
      steps: stepRows(observed, titles),
      effects: effectRows(observed, choices, stream),
      routers: routerRows(observed),
      touched: touchedRows(observed),
      orders: orderRows(observed, choices),
      elsewhere: elsewhereRows(observed),
      edits: observed.edits.map((row): Row => row),
      variants: evidence.variants!.map((row): Row => row),
      ratings: ratingRows(observed),
      worlds,
    },
    notes: notesOf(observed, choices),
  }
}

/** For each package the share of its requests that are meant for skills whose listing the authors' steps changed. */
function editedShares({ panel, judged, touched }: Observed): Float64Array {
  const { sample } = panel!.pooled
  const counts = Float64Array.from({ length: sample.clusters }, () => 0)
  for (const touch of ['edited', 'edited unread']) {
    const book = touched('authors', touch, judged[0]!.id)
    for (const stratum of book?.sample.strata ?? [])
      stratum.counts.forEach((n, g) => {
        counts[g]! += n
      })
  }
  return counts.map(
    (n, g) =>
      n /
      Math.max(
        1,
        sample.strata.reduce((sum, stratum) => sum + stratum.counts[g]!, 0),
      ),
  )
}
