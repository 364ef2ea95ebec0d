import type { Findings, RunContext } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { analyses } from './analyses.ts'
import type { RoutingChoices } from './choices.ts'
import { eligibility } from './eligible.ts'
import { type Observed, readEvidence, type Wording, wordings } from './evidence.ts'
import { fitRecords, formFits, formRows } from './forms.ts'
import { judgedNames } from './judge.ts'
import { count, measureOf } from './measures.ts'
import { errorsNearby } from './nearby.ts'
import { notesOf } from './notes.ts'
import { plantedRows } from './planted.ts'
import { slopeChecks } from './slopeChecks.ts'
import { curveRows, routerRows, slopeRows } from './tables.ts'

/** From evidence rows to measures, fits and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<RoutingChoices>): Promise<Findings> {
  const observed = readEvidence(evidence, choices)
  const { main, others } = analyses(observed, choices)
  const wording = choices.wording as Wording
  const judged = main.lines.map(({ label }) => label)
  const worlds = plantedRows({
    ...observed.clusters('test', wording, 'package'),
    skills: observed.skills,
    routers: judged.length,
    choices,
    stream,
    progress,
  })
  const byWording = wordings.map((wording) => ({ wording, routers: eligibility(observed, wording, choices) }))
  const nearby = errorsNearby(observed, judged, wording)
  const checks = slopeChecks(observed, judged, choices, stream)
  const fits = formFits(observed, judged, choices)
  const made = decisionsMade(observed, evidence.draws ?? [])
  return {
    measures: [
      ...judgedNames.map((name) => measureOf(name, main, others, name === 'slope' ? checks : [])),
      nearby.measure,
      count('routers', 'routers that ran', 'routers', observed.routers.length, 1),
      count('skills', 'skills in the library', 'skills', observed.skills, 1),
      count('decisions', 'decisions made in drawn libraries', 'million decisions', made, 1e-6),
    ],
    fits: fitRecords(observed, judged, choices),
    tables: {
      curves: curveRows(observed, byWording, evidence.draws ?? [], choices),
      slopes: slopeRows(observed, byWording, choices),
      forms: formRows(fits, observed.routers, choices),
      routers: routerRows(byWording, evidence.routers ?? [], nearby.byRouter),
      worlds,
    },
    notes: notesOf(observed, main, byWording, evidence, choices),
  }
}

/** Decisions among at least two candidates in drawn libraries; exact expectations count as none. */
function decisionsMade(observed: Observed, draws: readonly Row[]): number {
  return draws.reduce(
    (sum, row) =>
      sum + (Number(row.size) < 2 ? 0 : Number(row.draws) * observed.rows('test', row.wording as Wording).length),
    0,
  )
}
