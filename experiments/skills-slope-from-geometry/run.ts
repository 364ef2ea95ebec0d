import type { Findings, RunContext } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import type { Wording } from '@lawbook/skill-requests'
import { alikeHalves, predictorRows } from './baselines.ts'
import type { GeometryChoices } from './choices.ts'
import { routersIn, studyOf } from './evidence.ts'
import { type JudgedName, type Judgement, judge, judgeByKin, judgedNames, scored } from './judge.ts'
import { type Alternative, measureOf } from './measures.ts'
import { plantedRows } from './planted.ts'
import { hasServers, poolIds } from './pools.ts'
import { type SlopesWithout, slopesOf } from './slopes.ts'
import type { Study } from './study.ts'
import { kernelRows, poolRows, routerRows } from './tables.ts'

/** From evidence rows to measures and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<GeometryChoices>): Promise<Findings> {
  const routers = routersIn(evidence, choices)
  const judged = routers.filter(({ eligible }) => eligible)
  const wording = choices.wording as Wording
  const study = studyOf(evidence, judged, wording)
  const slopes = slopesOf(study, choices)
  const main = judged.length === 0 ? null : judge(study, slopes)
  const others = main === null ? [] : alternatives(evidence, study, slopes, main, choices)
  const predictors = main === null ? [] : predictorRows(evidence, study, main, judged, choices)
  return {
    measures: judgedNames.map((name) =>
      measureOf(
        name,
        main,
        judged.length,
        others.flatMap((make) => make(name)),
      ),
    ),
    fits: [],
    tables: {
      pools: main === null ? [] : poolRows(study, main, true),
      kernels: kernelRows(evidence, study),
      predictors,
      routers: routerRows(routers, study, main, choices),
      worlds: judged.length === 0 ? [] : plantedRows(study, choices, stream, progress),
    },
    notes: [
      'Local routers: retrieval programs, not language models.',
      `Routers judged, each a kin of its own: ${judged.length}: ${judged.map(({ title }) => title).join(', ') || 'none'}.`,
      ...routers.filter(({ eligible }) => !eligible).map(({ title, reason }) => `${title} is not judged: ${reason}.`),
      ...ceilingNotes(predictors),
      ...(main === null ? [] : doubts(evidence, study, main, others)),
    ],
  }
}

function ceilingNotes(predictors: readonly Row[]): string[] {
  return predictors
    .filter(({ predictor }) => String(predictor).endsWith('ceiling'))
    .map(
      ({ title, rmse, ratio }) =>
        `The ${title}: who knew every b but for the sampling of requests would still err by ${Number(rmse).toFixed(4)}, ${Number(ratio).toFixed(2)} of the error of "b unchanged".`,
    )
}

/** What speaks against the headline, beside it. */
function doubts(
  evidence: RunContext<GeometryChoices>['evidence'],
  study: Study,
  main: Judgement,
  others: readonly ((name: JudgedName) => Alternative[])[],
): string[] {
  const ratios = others
    .flatMap((make) => make('rmse-ratio'))
    .filter(({ choice }) => choice === 'pools' || choice === 'wording')
    .flatMap(({ option, nested }) =>
      nested === null
        ? []
        : [`${option} ${nested.value.toFixed(2)} (${nested.i90.map((limit) => limit.toFixed(2)).join(' to ')})`],
    )
  return [
    `The error ratio is of direct requests over all pools. Other parts: ${ratios.join('; ')}.`,
    `Distances of b from that of the reference pool in the calibration half and in the judged half correlate ${alikeHalves(evidence, study, main).toFixed(3)}: a run with the halves exchanged is nearly the judged result. Where the level is predicted, the ratio is ${main.levelRatio.value.toFixed(2)}.`,
  ]
}

/** The declared other ways to the same numbers: they never change a verdict. */
function alternatives(
  evidence: RunContext<GeometryChoices>['evidence'],
  study: Study,
  slopes: SlopesWithout,
  main: Judgement,
  choices: GeometryChoices,
): ((name: JudgedName) => Alternative[])[] {
  const all = scored(poolIds.length)
  const as = (choice: string, option: string, judgement: Pick<Judgement, 'measures'>) => (name: JudgedName) => [
    { choice, option, nested: judgement.measures[name] },
  ]
  const byKin = judgeByKin(study, main)
  const known = study.routers.map((router) => ({ ...router, title: router.short }))
  const anew = (other: Study, how: Partial<GeometryChoices> = {}) =>
    judge(other, slopesOf(other, { ...choices, ...how }))
  const situated = (learnedFrom: Wording) => anew(studyOf(evidence, known, 'situated', learnedFrom))
  return [
    (name) =>
      name === 'rmse-ratio'
        ? [
            {
              choice: 'what is predicted',
              option: 'the level, b of the reference pool not known',
              nested: main.levelRatio,
            },
          ]
        : [],
    (name) => (byKin === null ? [] : [{ choice: 'what is resampled', option: 'kins of routers', nested: byKin[name] }]),
    as(
      'pools',
      'skills only',
      judge(
        study,
        slopes,
        all.filter((p) => !hasServers(p)),
      ),
    ),
    as('pools', 'with servers only', judge(study, slopes, all.filter(hasServers))),
    as('wording', 'situated', situated('situated')),
    as('wording', 'situated, kernels learned from direct', situated('direct')),
    as('kinds of request', '4', anew(study, { kinds: 4 })),
    as('kinds of request', '16', anew(study, { kinds: 16 })),
  ]
}
