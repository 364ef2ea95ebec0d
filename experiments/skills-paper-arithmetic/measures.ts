import { fail, type StreamFactory } from '@lawbook/base'
import { type Bounds, boundsOf, div, exactly, hull, middle } from '@lawbook/rounding'
import type { Measure } from '@lawbook/schemas'
import { type Check, checks, type Read } from './checks.ts'
import { decisionsNeeded, type Needed, type NeededOptions } from './needed.ts'
import type { R2Question } from './r2.ts'
import { largestRescue, sizeThatAllows } from './rescue.ts'

type Pair = [number, number]

/** A printed number as it stands in the evidence: its value and half a unit of its last digit, 0 where it is exact. */
export type Input = { readonly value: number; readonly halfWidth: number }
export type Inputs = ReadonlyMap<string, Input>

export type R2Choices = {
  readonly ladder: readonly number[]
  /** How probable "all models above the line" has to be. */
  readonly likely: number
  readonly replicates: number
  /** Other levels of `likely`, as declared alternatives. */
  readonly otherLikely: readonly number[]
}

/** Every measure of the experiment from one table of printed numbers. */
export function measuresOf(inputs: Inputs, choices: R2Choices, stream: StreamFactory): Measure[] {
  return [...[...checks, fourfold, largest].map((check) => arithmetic(check, inputs)), r2(inputs, choices, stream)]
}

/** Where the mean law lets a probability be multiplied by the printed factor. */
const fourfold: Check = {
  id: 'fourfold-size',
  title: 'Library size from which the mean law leaves room for a fourfold rescue',
  unit: 'skills',
  method: 'exp((a - 1/4) / b): a probability can be multiplied by 4 only where it is at most 1/4',
  target: 'skills',
  formula: (x) => sizeThatAllows(x, exactly(middle(x('rescue')))),
  alternatives: [
    {
      choice: 'rescue factor',
      option: '4 / 1.25',
      formula: (x) => sizeThatAllows(x, div(exactly(middle(x('rescue'))), exactly(1.25))),
    },
  ],
}

/** How much room it leaves at the size of the paper's library. */
const largest: Check = {
  id: 'largest-rescue',
  title: "Largest rescue that the mean law leaves room for at the paper's library",
  unit: 'ratio',
  method: '1 / (a - b ln 1141)',
  target: 'rescue',
  formula: (x) => largestRescue(x, x('skills')),
}

/** A formula on rounding intervals; its value is the same formula on the printed centres. */
function arithmetic(check: Check, inputs: Inputs): Measure {
  const used = new Set<string>()
  const read: Read = (symbol) => {
    used.add(symbol)
    const { value, halfWidth } = inputOf(inputs, symbol)
    return boundsOf(value, halfWidth)
  }
  const centre: Read = (symbol) => exactly(inputOf(inputs, symbol).value)
  const estimate = (formula: (x: Read) => Bounds) => {
    const bounds = formula(read)
    return { value: middle(formula(centre)), i90: [...bounds] as Pair, i995: [...bounds] as Pair }
  }
  const { id, title, unit, method, formula, parts, alternatives } = check
  const primary = estimate(formula)
  const n = used.size
  return {
    id,
    title,
    ...primary,
    method: `${method}; interval arithmetic, outward rounding`,
    resampled: 'nothing (interval arithmetic on rounding)',
    n,
    unit,
    evidence: 'arithmetic',
    ...(parts === undefined
      ? {}
      : { parts: Object.entries(parts).map(([label, part]) => ({ label, ...estimate(part) })) }),
    ...(alternatives === undefined
      ? {}
      : {
          alternatives: alternatives.map((other) => ({
            choice: other.choice,
            option: other.option,
            ...estimate(other.formula),
          })),
        }),
  }
}

function r2(inputs: Inputs, choices: R2Choices, stream: StreamFactory): Measure {
  const question = r2Question(inputs, choices.ladder)
  const models = inputOf(inputs, 'models').value
  const options = { models, likely: choices.likely, replicates: choices.replicates }
  const needed = (likely: number) => neededAtRoundings(question, inputs, { ...options, likely }, stream)
  const primary = needed(choices.likely)
  return {
    id: 'r2-decisions-needed',
    title: 'Independent decisions a size at which all models probably exceed the R² line',
    ...(primary ?? { ...unknown, reason: 'more than a million decisions a size would be needed' }),
    method: `smallest n with P(R² > ${question.line})^${models} >= ${choices.likely} under Acc(N) = a - b ln N with binomial noise, N = ${choices.ladder.join(', ')}; by simulation, the interval from the least to the most that any rounding of a and b gives, each with its simulation error`,
    resampled: `simulated models (${choices.replicates} an n), at the printed a and b and at the ends of their rounding`,
    n: choices.replicates,
    unit: 'decisions a size',
    evidence: 'arithmetic',
    alternatives: choices.otherLikely.map((likely) => ({
      choice: 'probability that counts as likely',
      option: String(likely),
      ...(needed(likely) ?? unknown),
    })),
  }
}

const unknown = { value: null, i90: null, i995: null }

/**
 * Decisions needed at the printed a and b, with an interval over everything that rounds to them: its ends are the
 * outermost of the intervals at the four corners, since the number falls as a or b grows (a flatter line has less to
 * explain; accuracy nearer 1/2 is noisier). Null where one corner has no answer.
 */
function neededAtRoundings(
  question: R2Question,
  inputs: Inputs,
  options: NeededOptions,
  stream: StreamFactory,
): Needed | null {
  const ends = (symbol: string): Bounds => {
    const { value, halfWidth } = inputOf(inputs, symbol)
    return boundsOf(value, halfWidth)
  }
  const corners = ends('a').flatMap((a) => ends('b').map((b) => ({ ...question, a, b })))
  const [centre, ...others] = [question, ...corners].map((each) => decisionsNeeded(each, options, stream))
  if (centre == null) return null
  return others.reduce<Needed | null>((sum, corner) => {
    if (sum === null || corner === null) return null
    return { value: sum.value, i90: [...hull(sum.i90, corner.i90)], i995: [...hull(sum.i995, corner.i995)] }
  }, centre)
}

/** The question of `r2.ts` at the printed centres of a, b and the line. */
export function r2Question(inputs: Inputs, ladder: readonly number[]): R2Question {
  const value = (symbol: string) => inputOf(inputs, symbol).value
  return { a: value('a'), b: value('b'), ladder, line: value('r2-line') }
}

export function inputOf(inputs: Inputs, symbol: string): Input {
  const known = inputs.get(symbol)
  return known ?? fail('LB_DANGLING', `there is no printed number "${symbol}"; known: ${[...inputs.keys()].join(', ')}`)
}
