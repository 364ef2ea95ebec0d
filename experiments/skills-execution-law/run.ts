import type { Findings, RunContext } from '@lawbook/experiment'
import { judgedRouters, readEvidence } from '@lawbook/pipelines'
import type { ExecutionChoices } from './choices.ts'
import { classRows } from './classTable.ts'
import { notesOf } from './notes.ts'
import { residualMeasures } from './residualMeasures.ts'
import { shownMeasures } from './shownMeasures.ts'
import { stateMeasures } from './stateMeasures.ts'
import { studyOf } from './study.ts'
import { contrastRows, pairRows, residualRows, routerRows, stateTable } from './tables.ts'
import { plantedRows } from './worlds.ts'

/** From counts to measures and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<ExecutionChoices>): Promise<Findings> {
  const observed = readEvidence(evidence)
  const routers = judgedRouters(
    observed,
    evidence.routers!.map(({ id, title, short, kin }) => ({
      id: String(id),
      title: String(title),
      short: String(short),
      kin: String(kin),
    })),
    choices.eligible,
  )
  const leaking = new Set(
    evidence.states!.filter(({ leaks }) => leaks === true).map(({ pipeline }) => String(pipeline)),
  )
  const judged = routers.filter(({ eligible }) => eligible)
  const study = studyOf(observed, judged, leaking, choices.size)
  const all = studyOf(observed, routers, leaking, choices.size)
  return {
    measures: [...residualMeasures(study, choices), ...stateMeasures(study, choices), ...shownMeasures(study, choices)],
    fits: [],
    tables: {
      routers: routerRows(all, routers, choices),
      residuals: residualRows(study, choices),
      contrasts: contrastRows(study, choices),
      classes: classRows(study, choices),
      pairs: pairRows(study, choices),
      states: stateTable(evidence.states!, study),
      worlds: plantedRows({
        study,
        competitors: observed.pipelines.map((one) => one.competitors),
        choices,
        stream,
        progress,
      }),
    },
    notes: notesOf({ study, routers, states: evidence.states!, choices }),
  }
}
