import type { Findings, RunContext } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { type Wording, wordings } from '@lawbook/skill-requests'
import { analyses } from './analyses.ts'
import type { RoutingChoices } from './choices.ts'
import { eligibility } from './eligible.ts'
import { type Observed, readEvidence } from './evidence.ts'
import { fitRecords, formFits, formRows } from './forms.ts'
import { judgedNames } from './judge.ts'
import { listwiseRows } from './listwise.ts'
import { count, measureOf, structureMeasure } from './measures.ts'
import { errorsNearby } from './nearby.ts'
import { notesOf } from './notes.ts'
import { plantedRows } from './planted.ts'
import { plantedStructureRows } from './plantedStructure.ts'
import { refitRows } from './refits.ts'
import { serverTables } from './servers.ts'
import { slopeChecks } from './slopeChecks.ts'
import { strataRows } from './strata.ts'
import { judgeStructure, structureNames, structureRows, structureSamples } from './structure.ts'
import { curveRows, routerRows, slopeRows } from './tables.ts'
import { toleranceRows } from './tolerance.ts'

/** From evidence rows to measures, fits and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<RoutingChoices>): Promise<Findings> {
  const observed = readEvidence(evidence, choices)
  const { main, others } = analyses(observed, choices)
  const wording = choices.wording
  const judged = main.lines.map(({ label }) => label)
  const planted = {
    ...observed.clusters('test', wording, 'package'),
    skills: observed.skills,
    routers: judged.length,
    choices,
    stream,
  }
  const structure = judgeStructure(structureSamples(observed, judged, wording, choices))
  const otherStructures = [
    {
      choice: 'wording',
      option: 'situated, by the routers judged on direct requests',
      measures: judgeStructure(structureSamples(observed, judged, 'situated', choices)),
    },
    {
      choice: 'what counts as right',
      option: 'twins of the right skill as well',
      measures: judgeStructure(structureSamples(observed, judged, wording, choices, 'twins')),
    },
  ]
  const { filled, exchange } = serverTables(observed, judged, choices)
  const byWording = wordings.map((wording) => ({ wording, routers: eligibility(observed, wording, choices) }))
  const nearby = errorsNearby(observed, judged, wording)
  const checks = slopeChecks(observed, judged, choices, stream)
  const fits = formFits(observed, judged, choices)
  const everybody = [...observed.routers, ...observed.listwise]
  const made = decisionsMade(observed)
  return {
    measures: [
      ...judgedNames.map((name) => measureOf(name, main, others, name === 'slope' ? checks : [])),
      ...structureNames.map((name) =>
        structureMeasure(
          name,
          structure[name],
          otherStructures.map(({ measures, ...about }) => ({ ...about, judged: measures[name] })),
          main,
        ),
      ),
      nearby.measure,
      count('routers', 'local routers that ran', 'routers', observed.routers.length + observed.listwise.length, 1),
      count('kins', 'kins of local routers that ran', 'kins', new Set(everybody.map(({ kin }) => kin)).size, 1),
      count('skills', 'skills in the library', 'skills', observed.skills, 1),
      count('decisions', 'decisions made in drawn libraries', 'million decisions', made, 1e-6),
    ],
    fits: fitRecords(observed, judged, choices),
    tables: {
      curves: curveRows(observed, byWording, observed.table('draws'), choices),
      slopes: slopeRows(observed, byWording, choices),
      forms: formRows(fits, observed.routers, choices),
      routers: routerRows(byWording, observed.table('routers'), nearby.byRouter),
      tolerance: toleranceRows(observed, judged, choices),
      structure: structureRows(observed, judged, choices),
      strata: strataRows(observed, judged, choices),
      filled,
      exchange,
      refits: refitRows(observed, choices),
      listwise: listwiseRows(observed, choices),
      worlds: [...plantedRows({ ...planted, progress }), ...plantedStructureRows(planted)],
    },
    notes: notesOf(observed, main, byWording, choices),
  }
}

/** Decisions among at least two candidates in drawn libraries, by whatever router; exact expectations count as none. */
function decisionsMade(observed: Observed): number {
  const [draws, refits, listwise] = ['draws', 'refits', 'listwise'].map(observed.table) as Row[][]
  const drawn = draws!.map((row) =>
    Number(row.size) < 2 ? 0 : Number(row.draws) * observed.rows('test', row.wording as Wording).length,
  )
  const counted = [...refits!, ...listwise!].map(({ decisions }) => Number(decisions))
  return [...drawn, ...counted].reduce((sum, made) => sum + made, 0)
}
