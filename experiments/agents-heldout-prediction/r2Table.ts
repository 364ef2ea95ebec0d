import type { Row } from '@lawbook/schemas'
import type { CrossPredictor } from './crossDesigns.ts'
import { byUnit, type Estimated } from './estimate.ts'
import type { CrossSection, Sweep } from './evidence.ts'
import type { Question } from './heldOut.ts'
import { centredCrossQuestion, crossQuestion, questionOf, type Rows } from './questions.ts'
import type { Predictor, Target } from './sweepDesigns.ts'

/** A question that was asked, with its answer. */
export type Answer = {
  readonly data: 'edgebench' | 'hal' | 'openhands'
  /** `within`: what systems do on a benchmark less their mean on it. */
  readonly target: Target | 'within'
  readonly rows: Rows
  readonly predictor: Predictor | CrossPredictor
  readonly question: Question
  readonly estimate: Estimated | null
}

/** On which rows of the sweep each predictor is asked: the early score predicts later budgets only. */
const asked: readonly (readonly [Predictor, Rows])[] = [
  ['resources', 'all'],
  ['any-form', 'all'],
  ['logistic', 'all'],
  ['models', 'all'],
  ['capability', 'all'],
  ['resources', 'later'],
  ['early', 'later'],
]

/** Every predictor of every target, with intervals over the held-out units. */
export function answersOf(sweep: Sweep, hal: CrossSection, openhands: CrossSection): Answer[] {
  const swept = (['change', 'level'] as const).flatMap((target) =>
    asked.map(([predictor, rows]) => {
      const question = questionOf(sweep, target, predictor, rows)
      return { data: 'edgebench', target, rows, predictor, question, estimate: byUnit(question) } as const
    }),
  )
  const crossed = (
    [
      ['hal', hal],
      ['openhands', openhands],
    ] as const
  ).flatMap(([data, { sample }]) =>
    (['level', 'within'] as const).flatMap((target) =>
      (['resources', 'capability'] as const).map((predictor) => {
        const ask = target === 'level' ? crossQuestion : centredCrossQuestion
        const question = ask(sample, predictor)
        return { data, target, rows: 'all', predictor, question, estimate: byUnit(question) } as const
      }),
    ),
  )
  return [...swept, ...crossed]
}

/** One of the answers. */
export function answerOf(
  answers: readonly Answer[],
  data: Answer['data'],
  target: Answer['target'],
  predictor: Answer['predictor'],
  rows: Rows = 'all',
): Answer {
  return answers.find(
    (one) => one.data === data && one.target === target && one.predictor === predictor && one.rows === rows,
  )!
}

/** The table `r2`. */
export function r2Rows(answers: readonly Answer[]): Row[] {
  return answers.map(({ data, target, rows, predictor, question, estimate }) => ({
    data,
    target,
    rows,
    predictor,
    r2: estimate?.value ?? null,
    lo90: estimate?.i90[0] ?? null,
    hi90: estimate?.i90[1] ?? null,
    lo995: estimate?.i995[0] ?? null,
    hi995: estimate?.i995[1] ?? null,
    predicted: estimate?.rows ?? null,
    units: question.sample.units,
    effective_units: estimate?.effective ?? null,
  }))
}
