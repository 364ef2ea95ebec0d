import type { Findings, RunContext } from '@lawbook/experiment'
import type { Measure, Row } from '@lawbook/schemas'
import type { RoutingChoices } from './choices.ts'
import { eligibility } from './eligible.ts'
import {
  type Grouping,
  type Half,
  type Observed,
  type RouterRow,
  readEvidence,
  type Wording,
  wordings,
} from './evidence.ts'
import { type JudgedName, type Judgement, judge, judgedNames } from './judge.ts'
import { errorsNearby } from './nearby.ts'
import { plantedRows } from './planted.ts'
import { curveRows, fitRecords, formRows, routerRows, slopeRows } from './tables.ts'

/** One way to analyse the same evidence. */
type Analysis = {
  readonly wording: Wording | 'mean'
  readonly ladder: readonly number[]
  readonly grouping: Grouping
  readonly half: Half | 'all'
}

/** From evidence rows to measures, fits and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<RoutingChoices>): Promise<Findings> {
  const observed = readEvidence(evidence, choices)
  const primary: Analysis = {
    wording: choices.wording as Wording,
    ladder: choices.ladder,
    grouping: 'package',
    half: 'test',
  }
  const longer = choices.shown.filter((size) => size >= 10)
  const alternatives: { choice: string; option: string; analysis: Analysis }[] = [
    { choice: 'wording', option: 'situated', analysis: { ...primary, wording: 'situated' } },
    { choice: 'wording', option: 'mean of both', analysis: { ...primary, wording: 'mean' } },
    { choice: 'ladder', option: '10 to 1,141, thirteen sizes', analysis: { ...primary, ladder: longer } },
    { choice: 'clusters', option: 'domain', analysis: { ...primary, grouping: 'domain' } },
    { choice: 'requests', option: 'both halves', analysis: { ...primary, half: 'all' } },
  ]
  const main = analyse(observed, primary, choices)
  const others = alternatives.map(({ choice, option, analysis }) => ({
    choice,
    option,
    judgement: analyse(observed, analysis, choices),
  }))
  const worlds = plantedRows({
    ...observed.clusters('test', primary.wording as Wording, 'package'),
    skills: observed.skills,
    routers: main.lines.length,
    choices,
    stream,
    progress,
  })
  const byWording = wordings.map((wording) => ({ wording, routers: eligibility(observed, wording, choices) }))
  const nearby = errorsNearby(
    observed,
    main.lines.map(({ label }) => label),
    primary.wording as Wording,
  )
  return {
    measures: [
      ...judgedNames.map((name) => measureOf(name, main, others)),
      nearby.measure,
      count('routers', 'routers that ran', 'routers', observed.routers.length),
      count('skills', 'skills in the library', 'skills', observed.skills),
      count(
        'decisions',
        'decisions made in drawn libraries',
        'million decisions',
        decisionsMade(observed, evidence.draws ?? []) / 1e6,
      ),
    ],
    fits: fitRecords(observed, main, choices),
    tables: {
      curves: curveRows(observed, byWording, evidence.draws ?? [], choices),
      slopes: slopeRows(observed, byWording, choices),
      forms: formRows(
        observed,
        main.lines.map(({ label }) => label),
        choices,
      ),
      routers: routerRows(byWording, evidence.routers ?? [], nearby.byRouter),
      worlds,
    },
    notes: notesOf(main, byWording, evidence.draws ?? []),
  }
}

function analyse(
  observed: Observed,
  { wording, ladder, grouping, half }: Analysis,
  choices: RoutingChoices,
): Judgement {
  const judged = eligibility(observed, wording, choices).filter(({ eligible }) => eligible)
  return judge(
    judged.map(({ id }) => ({ label: id, sample: observed.sample(id, half, wording, grouping) })),
    choices,
    ladder,
  )
}

const about: Readonly<Record<JudgedName, { title: string; unit: string; method: string }>> = {
  slope: {
    title: 'slope b of accuracy in ln N, smallest over judged routers',
    unit: 'accuracy per e-fold of N',
    method: 'least squares of exact expected accuracy on ln N; componentwise minimum of the routers’ intervals',
  },
  r2: {
    title: 'R² of the line in ln N, smallest over judged routers',
    unit: 'R²',
    method: 'R² of the exact curve; intervals on ln(1 - R²); componentwise minimum of the routers’ intervals',
  },
  'largest-deviation': {
    title: 'largest deviation from the line in ln N, largest over judged routers',
    unit: 'points',
    method: 'largest absolute residual over the ladder; componentwise maximum of the routers’ intervals',
  },
  'extrapolation-gap': {
    title: 'how much worse the line predicts 500 and 1,000 than a rival, largest over routers and rivals',
    unit: 'points',
    method: 'mean absolute error of forms fitted to N <= 100, line minus rival, paired; componentwise maximum',
  },
  'points-per-doubling': {
    title: 'accuracy lost per doubling of the library, mean over judged routers',
    unit: 'points per doubling of N',
    method: '100 b ln 2, averaged over the judged routers, which answer the same requests',
  },
}

function measureOf(
  name: JudgedName,
  main: Judgement,
  others: readonly { choice: string; option: string; judgement: Judgement }[],
): Measure {
  const { value, i90, i995, parts } = main.measures[name]
  return {
    id: name,
    ...about[name],
    value,
    i90,
    i995,
    ...(value === null
      ? {
          reason:
            main.lines.length === 0
              ? 'no router reached the calibration accuracy that is needed to be judged'
              : 'a judged router has no such statistic: its curve is flat',
        }
      : {}),
    resampled: `packages: ${main.clusters}, worth ${main.effective.toFixed(1)} equal ones (delete-one jackknife, t)`,
    n: main.n,
    evidence: 'routed',
    parts: [...parts],
    alternatives: others.map(({ choice, option, judgement }) => {
      const other = judgement.measures[name]
      return { choice, option, value: other.value, i90: other.i90, i995: other.i995 }
    }),
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

/** A count that stands beside a claim and never for it: it has no interval. */
function count(id: string, title: string, unit: string, value: number): Measure {
  return {
    id,
    title,
    value,
    i90: null,
    i995: null,
    method: 'counted',
    resampled: 'nothing',
    n: Math.round(value),
    unit,
    evidence: 'routed',
  }
}

function notesOf(
  main: Judgement,
  byWording: readonly { wording: Wording; routers: readonly (RouterRow & { eligible: boolean; reason: string })[] }[],
  draws: readonly Row[],
): string[] {
  const cells = draws.length
  const agreeing = draws.filter(({ agrees }) => agrees === true).length
  return [
    'Local routers: retrieval programs, not language models. The paper tested fifteen language models on another library.',
    `Monte-Carlo libraries agree with the exact curves in ${agreeing} of ${cells} cells (4 standard errors of a library draw, Holm over cells).`,
    ...(main.unconverged === 0
      ? []
      : [`${main.unconverged} comparisons with a rival have no converged fit and are left out.`]),
    ...byWording.flatMap(({ wording, routers }) =>
      routers
        .filter(({ eligible }) => !eligible)
        .map(({ title, reason }) => `${title} is shown, not judged, on ${wording} requests: ${reason}.`),
    ),
  ]
}
