import type { Findings, RunContext } from '@lawbook/experiment'
import { readEvidence } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import { analysesOf, likeForLike } from './analyses.ts'
import type { PipelineChoices } from './choices.ts'
import { judgedMeasures } from './measures.ts'
import { notesOf } from './notes.ts'
import { longPlans, positionTest, profileRows } from './positions.ts'
import { readingRows, threeStepRows } from './readings.ts'
import { shownMeasures } from './shown.ts'
import { studyOf } from './study.ts'
import { baselineRows, lawTables } from './tables.ts'
import { transitionRows } from './transitions.ts'
import { everyKin, whoIsJudged } from './whoIsJudged.ts'
import { plantedRows } from './worlds.ts'

/** From evidence rows to measures and tables. */
export async function run(context: RunContext<PipelineChoices>): Promise<Findings> {
  const { choices, stream } = context
  const evidence = readEvidence(context.evidence)
  const known = (context.evidence.routers ?? []).map(routerOf)
  const routers = whoIsJudged(evidence, known, choices)
  const judged = routers.filter(({ eligible }) => eligible)
  const { study, main, others } = analysesOf(
    evidence,
    { judged, everyKin: everyKin(evidence, known, choices) },
    choices,
  )
  const gammaOf = (option: string) => others.find((one) => one.option === option)?.judged.gamma ?? null
  const asked = (arm: 'alone' | 'permuted') => studyOf(evidence, judged, arm, choices.ladder)
  const [alone, permuted] = [asked('alone'), asked('permuted')]
  const profile = profileRows(
    new Map([
      ['plan', study],
      ['permuted', permuted],
      ['alone', alone],
    ]),
    choices,
  )
  const test = positionTest(judged.length === 0 ? [] : longPlans(study, choices), choices, stream)
  const gammas = { plan: main.gamma, removed: gammaOf(likeForLike.removed), apart: gammaOf(likeForLike.apart) }
  const laws = lawTables(evidence, routers, gammas, choices)
  const readings = readingRows(study, choices)
  const three = threeStepRows(study, choices)
  const transitions = transitionRows(evidence, judged, choices)
  const baselines = baselineRows(profile)
  const measures = [
    ...judgedMeasures(main, others),
    ...shownMeasures({ study, alone, permuted, test, transitions, gammas: laws.gammas, choices }),
  ]
  return {
    measures,
    fits: [],
    tables: {
      ...laws,
      readings,
      'three-steps': three,
      profile,
      transitions,
      baselines,
      worlds: plantedRows(study, context),
    },
    notes: notesOf({ evidence, routers, measures, readings, three, transitions, baselines, choices }),
  }
}

function routerOf({ id, title, short, kin, alike }: Row) {
  return { id: String(id), title: String(title), short: String(short), kin: String(kin), alike: Number(alike) }
}
