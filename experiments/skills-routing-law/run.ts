import type { Findings, RunContext } from '@lawbook/experiment'
import type { Estimate, Measure, Row } from '@lawbook/schemas'
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
import { independentRouters } from './independent.ts'
import { type Judged, type JudgedName, type Judgement, judge, judgedNames } from './judge.ts'
import { errorsNearby } from './nearby.ts'
import { plantedRows } from './planted.ts'
import { slopeChecks } from './slopeChecks.ts'
import { curveRows, fitRecords, formRows, routerRows, slopeRows } from './tables.ts'

/** One way to analyse the same evidence. */
type Analysis = {
  readonly wording: Wording | 'mean'
  readonly ladder: readonly number[]
  readonly grouping: Grouping
  readonly half: Half | 'all'
  readonly kinOrder: 'first' | 'last'
  /** Whether leaving a package out takes its skills from the pool of competitors as well. */
  readonly pool: 'fixed' | 'resampled'
}

/** From evidence rows to measures, fits and tables. */
export async function run({ evidence, choices, stream, progress }: RunContext<RoutingChoices>): Promise<Findings> {
  const observed = readEvidence(evidence, choices)
  const primary: Analysis = {
    wording: choices.wording as Wording,
    ladder: choices.ladder,
    grouping: 'package',
    half: 'test',
    kinOrder: 'first',
    pool: 'fixed',
  }
  const longer = choices.shown.filter((size) => size >= 10)
  const alternatives: { choice: string; option: string; analysis: Analysis }[] = [
    { choice: 'wording', option: 'situated', analysis: { ...primary, wording: 'situated' } },
    { choice: 'wording', option: 'mean of both', analysis: { ...primary, wording: 'mean' } },
    { choice: 'ladder', option: '10 to 1,141, thirteen sizes', analysis: { ...primary, ladder: longer } },
    { choice: 'clusters', option: 'domain', analysis: { ...primary, grouping: 'domain' } },
    { choice: 'requests', option: 'both halves', analysis: { ...primary, half: 'all' } },
    { choice: 'router judged of a kin', option: 'the last, not the first', analysis: { ...primary, kinOrder: 'last' } },
    {
      choice: 'pool of competitors',
      option: 'resampled with the packages',
      analysis: { ...primary, pool: 'resampled' },
    },
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
  const checks = slopeChecks(
    observed,
    main.lines.map(({ label }) => label),
    choices,
    stream,
  )
  const made = decisionsMade(observed, evidence.draws ?? [])
  return {
    measures: [
      ...judgedNames.map((name) => measureOf(name, main, others, name === 'slope' ? checks : [])),
      nearby.measure,
      count('routers', 'routers that ran', 'routers', observed.routers.length, 1),
      count('skills', 'skills in the library', 'skills', observed.skills, 1),
      count('decisions', 'decisions made in drawn libraries', 'million decisions', made, 1e-6),
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
    notes: notesOf(observed, main, byWording, evidence, choices),
  }
}

function analyse(
  observed: Observed,
  { wording, ladder, grouping, half, kinOrder, pool }: Analysis,
  choices: RoutingChoices,
): Judgement {
  const judged = eligibility(observed, wording, choices, kinOrder).filter(({ eligible }) => eligible)
  return judge(
    judged.map(({ id }) => ({
      label: id,
      sample:
        pool === 'resampled' && wording !== 'mean'
          ? observed.poolSample(id, wording)
          : observed.sample(id, half, wording, grouping),
    })),
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
    method: 'R² of the exact curve; componentwise minimum of the routers’ intervals',
  },
  'largest-deviation': {
    title: 'largest deviation from the line in ln N, largest over judged routers',
    unit: 'points',
    method: 'largest absolute residual over the ladder; componentwise maximum of the routers’ intervals',
  },
  'extrapolation-gap': {
    title: 'how much worse the line predicts 500 and 1,000 than a rival, largest over routers and rivals',
    unit: 'points',
    method:
      'absolute mean error at the held-out sizes of forms fitted to N <= 100, line minus rival, paired; componentwise maximum',
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
  checks: readonly { choice: string; option: string; estimate: Estimate }[],
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
              : 'a judged router has no such statistic: its curve is flat, or a form did not converge',
        }
      : {}),
    resampled: `packages: ${main.clusters}, worth ${main.effective.toFixed(1)} equal ones (delete-one jackknife, t)`,
    n: main.n,
    evidence: 'routed',
    parts: [...parts],
    alternatives: [
      ...others.map(({ choice, option, judgement }) => ({ choice, option, ...estimateOf(judgement.measures[name]) })),
      ...checks.map(({ choice, option, estimate }) => ({ choice, option, ...estimate })),
      ...(name === 'r2'
        ? [{ choice: 'scale of the interval', option: 'ln(1 - R²)', ...estimateOf(main.r2OnLogScale) }]
        : []),
    ],
  }
}

function estimateOf({ value, i90, i995 }: Judged): Estimate {
  return { value, i90, i995 }
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
function count(id: string, title: string, unit: string, n: number, scale: number): Measure {
  return {
    id,
    title,
    value: n * scale,
    i90: null,
    i995: null,
    method: 'counted',
    resampled: 'nothing',
    n,
    unit,
    evidence: 'routed',
  }
}

function notesOf(
  observed: Observed,
  main: Judgement,
  byWording: readonly { wording: Wording; routers: readonly (RouterRow & { eligible: boolean; reason: string })[] }[],
  evidence: Readonly<Record<string, readonly Row[]>>,
  choices: RoutingChoices,
): string[] {
  const { draws = [], routers = [] } = evidence
  const cells = draws.length
  const agreeing = draws.filter(({ agrees }) => agrees === true).length
  return [
    'Local routers: retrieval programs, not language models. The paper tested fifteen language models on another library.',
    `Monte-Carlo libraries agree with the exact curves in ${agreeing} of ${cells} cells (4 standard errors of a library draw, Holm over the sizes of a router and wording).`,
    ...(main.lines.length < 2
      ? []
      : [
          `The ${main.lines.length} judged routers find the same requests hard: by the participation ratio of their slopes a request they are worth ${independentRouters(
            observed,
            main.lines.map(({ label }) => label),
            choices,
          ).toFixed(1)} independent ones.`,
        ]),
    `Decisions in the full library that a hash of request and skill settled between equal scores: ${routers.map(({ title, tieBroken }) => `${title} ${(100 * Number(tieBroken)).toFixed(1)} %`).join(', ')}. Exact curves share ties evenly instead.`,
    ...byWording.flatMap(({ wording, routers: list }) =>
      list
        .filter(({ eligible }) => !eligible)
        .map(({ title, reason }) => `${title} is shown, not judged, on ${wording} requests: ${reason}.`),
    ),
  ]
}
