import type { PipelineEvidence } from '@lawbook/pipelines'
import type { Measure, Row } from '@lawbook/schemas'
import { likeForLike } from './analyses.ts'
import type { PipelineChoices } from './choices.ts'
import { threeStepFacts } from './readings.ts'
import type { KnownRouter } from './whoIsJudged.ts'

/** What the notes are computed from. */
export type Noted = {
  readonly evidence: PipelineEvidence
  readonly routers: readonly KnownRouter[]
  readonly measures: readonly Measure[]
  /** Rows of the tables of these names. */
  readonly readings: readonly Row[]
  readonly three: readonly Row[]
  readonly transitions: readonly Row[]
  readonly baselines: readonly Row[]
  readonly choices: PipelineChoices
}

/** What a reader of the numbers should know: who ran, who is judged and why, and which part is arithmetic. */
export function notesOf({
  evidence,
  routers,
  measures,
  readings,
  three,
  transitions,
  baselines,
  choices,
}: Noted): string[] {
  const judged = routers.filter(({ eligible }) => eligible)
  const value = (id: string, digits: number): string => text(measures.find((one) => one.id === id)?.value, digits)
  const option = (name: string): string =>
    text(measures.find((one) => one.id === 'gamma')?.alternatives?.find((one) => one.option === name)?.value, 2)
  const moved = (measures.find((one) => one.id === 'listing-order')?.parts ?? [])
    .map(
      ({ label, value: points }) =>
        `${text(points, 1)} points (${judged.find(({ id }) => id === label)?.short ?? label})`,
    )
    .join(', ')
  const planned = [1, ...choices.lengths].map((length) => {
    const plans = evidence.pipelines.filter(({ skills }) => skills.length === length).length
    return `${plans} of ${length}`
  })
  return [
    'Local routers: retrieval programs, not language models. They score each skill by itself, so that the whole plan, put into the request, is the only thing that one step can do to another.',
    `Plans by number of steps: ${planned.join(', ')}. Long plans are few: intervals are wide where they decide.`,
    `${judged.length} of ${routers.length} routers are judged, one a kin: ${judged.map(({ short }) => short).join(', ') || 'none'}.`,
    `A library of N holds the plan’s own skills and N less their number of others: at N = 10 a plan of ten steps meets its own skills alone.`,
    `Arithmetic: with steps asked alone γ is ${value('gamma-alone', 2)} (the shared library) and, against the line in ln N, ${value('gamma-line-alone', 2)} (which steps the plans have); shown the plan ${value('gamma', 2)} and ${value('gamma-line', 2)}.`,
    `The plan’s own skills are in every library and make the compression. Out of the same libraries, where rightly picked ones leave γ is ${option(likeForLike.removed)}; without those of the other steps it is ${option(likeForLike.apart)}.`,
    readingNote(readings),
    threeStepNote(three),
    `Putting the plan’s lines in another order moves a step by ${moved || 'unknown'}.`,
    ...['plan', 'state'].map((arm) => transitionNote(arm, transitions)),
    ...baselines
      .filter(({ arm }) => arm === 'plan')
      .map(
        ({ length, first, mean }) =>
          `Positions of plans of ${length} steps: the exponent of the profile is ${text(first, 2)} against the first step and ${text(mean, 2)} against the mean step; the latter is never below 1, whatever a router does.`,
      ),
  ]
}

function readingNote(rows: readonly Row[]): string {
  const of = (by: string, digits: (at: unknown) => string): string =>
    rows
      .filter((row) => row.by === by)
      .map((row) => `${digits(row.at)}: ${row.gamma === null ? 'none' : text(row.gamma, 2)}`)
      .join(', ')
  return `γ fitted to one library size alone: ${of('size', String)}; to plans of one length alone (none where a judged router is never right): ${of('length', String)}. One γ is a statement about the pairs and the ladder of sizes that it is fitted to.`
}

function threeStepNote(rows: readonly Row[]): string {
  const { plans, emptyPlans, routers, emptyRouters, largest } = threeStepFacts(rows)
  return `Plans of three steps: ${emptyPlans} of ${plans} have a product of exactly zero with every judged router and ${emptyRouters} of ${routers} judged routers with every plan, so that nothing can fall; one plan falls by ${text(largest, 0)} points, mean over routers.`
}

function transitionNote(arm: string, rows: readonly Row[]): string {
  const own = rows.filter((row) => row.arm === arm)
  const mean = (column: string): string => {
    const known = own.map((row) => row[column]).filter((x) => typeof x === 'number')
    return text(known.length === 0 ? null : known.reduce((sum, x) => sum + x, 0) / known.length, 2)
  }
  return `Second steps, way of asking ${arm}: right after a right first step ${mean('afterRight')}, after a wrong one ${mean('afterWrong')}; within plans the contrast is ${mean('within')}. The step before is judged, not done: what is left within plans is the shared library.`
}

function text(x: unknown, digits: number): string {
  return typeof x === 'number' ? x.toFixed(digits) : 'unknown'
}
