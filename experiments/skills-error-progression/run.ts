import type { Findings, RunContext } from '@lawbook/experiment'
import type { Wording } from '@lawbook/skill-requests'
import type { ProgressionChoices } from './choices.ts'
import { readEvidence } from './evidence.ts'
import { measuresOf } from './findings.ts'
import { nearnessOf } from './nearness.ts'
import { notesOf } from './notes.ts'
import { plantedRows } from './planted.ts'
import { stackRows } from './stack.ts'
import { classRows, concentrationRows, enrichmentRows, hubRows, nearnessShares, slopeRows } from './tables.ts'

/** From evidence rows to measures and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<ProgressionChoices>): Promise<Findings> {
  const observed = readEvidence(evidence, choices)
  const judged = observed.routers.filter(({ eligible }) => eligible).map(({ id }) => id)
  const { measures, main } = measuresOf(observed, judged, choices)
  const counts = observed.requests('test', choices.wording as Wording)
  const nearness = nearnessOf(
    observed
      .table('nearness')
      .filter(({ router, wording }) => wording === choices.wording && judged.includes(String(router))),
    choices.nearest,
  )
  const classes = classRows(observed, choices)
  const stack = stackRows(classes, choices)
  const worlds = plantedRows({ counts, skills: observed.skills, nearness, choices, stream, progress })
  return {
    measures,
    fits: [],
    tables: {
      classes,
      stack,
      slopes: slopeRows(observed, judged, choices),
      enrichment: enrichmentRows(main, choices),
      hubs: hubRows(observed, choices, stream),
      concentration: concentrationRows(observed, judged, choices),
      nearness: nearnessShares(observed),
      worlds,
    },
    notes: notesOf({ observed, judged, main, nearness, stack, worlds, choices }),
  }
}
