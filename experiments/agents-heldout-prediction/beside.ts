import type { StreamFactory } from '@lawbook/base'
import { innerTail, outerTail, wilson } from '@lawbook/estimators'
import type { Measure } from '@lawbook/schemas'
import type { HeldOutChoices } from './choices.ts'
import { fixedDesign } from './design.ts'
import { byUnit } from './estimate.ts'
import type { Sweep } from './evidence.ts'
import { incrementsOf } from './increments.ts'
import { type Findings, measureOf } from './measure.ts'
import { growthSpread, ownLines } from './ownLines.ts'
import { persistenceR2 } from './persistence.ts'
import { type Answer, answerOf } from './r2Table.ts'
import { shuffledR2 } from './shuffled.ts'
import { unitsTold } from './tasksTold.ts'

/** What stands beside the judged measures: other predictors, the ceiling of straight lines, and growth without a law. */
export function beside({ sweep, hal, openhands, answers, choices, stream }: Findings): Measure[] {
  const tasks = sweep.tasks.length
  const swept = (['change', 'level'] as const).flatMap((target) => {
    const what = target === 'change' ? 'the change within a held-out task' : 'the score on a held-out task'
    const [capable, early] = [
      answerOf(answers, 'edgebench', target, 'capability').estimate,
      answerOf(answers, 'edgebench', target, 'early', 'later').estimate,
    ]
    const other = `R² of ${what}, from the time budget and the model’s capability on other tasks`
    const later = `R² of ${what} after the first budget, from the time budget and the first score`
    return [
      measureOf(`${target}-with-capability`, other, capable, 'tasks', tasks),
      measureOf(`${target}-with-early-score`, later, early, 'tasks', tasks),
    ]
  })
  const crossed = (
    [
      ['hal', hal],
      ['openhands', openhands],
    ] as const
  ).flatMap(([data, { benchmarks }]) =>
    (['level', 'within'] as const).map((target) => {
      const { estimate } = answerOf(answers, data, target, 'capability')
      const what = target === 'level' ? 'success' : 'success less the mean of systems'
      const title = `R² of ${what} on a held-out benchmark, from dollars a task and capability on other benchmarks (${data})`
      return measureOf(`${data}-${target}-with-capability`, title, estimate, 'benchmarks', benchmarks.length)
    }),
  )
  return [
    ...swept,
    ...crossed,
    incrementsMeasure(sweep),
    ...persistenceMeasures(sweep),
    ownLinesMeasure(sweep),
    spreadMeasure(sweep),
    toldMeasure(answers),
    shuffledMeasure(sweep, choices, stream),
  ]
}

function ownLinesMeasure({ sample, tasks }: Sweep): Measure {
  const estimate = { ...ownLines(sample), effective: tasks.length, rows: sample.y.length }
  const title = 'change within a task that a line of each series’ own explains, in sample'
  return {
    ...measureOf('change-by-own-lines', title, estimate, 'tasks', tasks.length),
    method:
      'least squares on ln hours, series by series, on the very scores that it explains: no prediction, but a ceiling for lines',
    unit: 'R², in sample',
  }
}

/** Single steps: the mean increment of the other tasks knows no hours, so that what is told is told by their distances. */
function incrementsMeasure(sweep: Sweep): Measure {
  const sample = incrementsOf(sweep)
  const estimate = byUnit({ sample, design: fixedDesign([sample.x]), reference: 'training-mean' })
  const title = 'R² of the change from one budget to the next on a held-out task, from the two budgets alone'
  return {
    ...measureOf('increments-from-resources', title, estimate, 'tasks', sweep.tasks.length),
    method:
      'change = b (ln later - ln earlier), least squares on all tasks but one; 1 - SSE / SST, SST of the mean increment of the training rows',
  }
}

function persistenceMeasures(sweep: Sweep): Measure[] {
  const said = {
    unchanged: 'the first score',
    'mean-gain': 'the first score and the mean gain of other tasks',
  } as const
  const ids = { unchanged: 'first-score-unchanged', 'mean-gain': 'first-score-and-mean-gain' } as const
  return (['unchanged', 'mean-gain'] as const).map((kind) => {
    const estimate = { ...persistenceR2(sweep, kind), effective: sweep.tasks.length }
    const title = `R² of the score on a held-out task after the first budget, said to be ${said[kind]}`
    return {
      ...measureOf(ids[kind], title, estimate, 'tasks', sweep.tasks.length),
      method: 'no fit to hours; 1 - SSE / SST over later budgets, SST of the mean of the training rows',
    }
  })
}

function spreadMeasure({ sample, tasks }: Sweep): Measure {
  const estimate = { ...growthSpread(sample), effective: tasks.length, rows: sample.y.length }
  const title = 'spread of growth: standard deviation over mean of the slopes of each series’ own line in ln hours'
  return {
    ...measureOf('growth-spread', title, estimate, 'tasks', tasks.length),
    method: 'least squares on ln hours, series by series; one law for all has R² of own lines / (1 + spread^2)',
    unit: 'coefficient of variation',
  }
}

/** On how many tasks the common curve is better than no change: the pooled R² is that of the tasks that change most. */
function toldMeasure(answers: readonly Answer[]): Measure {
  const { told, units } = unitsTold(answerOf(answers, 'edgebench', 'change', 'resources').question)
  return {
    id: 'tasks-told-better-than-no-change',
    title: 'held-out tasks on which the change said from the time budget errs less than saying no change',
    value: told / units,
    i90: [...wilson(told, units, 1 - 2 * innerTail)],
    i995: [...wilson(told, units, 1 - 2 * outerTail('one'))],
    method:
      'sum of squared errors by task against the sum of squared changes; share of tasks, score interval of Wilson',
    resampled: `tasks (${units}), taken as independent`,
    n: units,
    unit: 'share of tasks',
    evidence: 'published',
  }
}

function shuffledMeasure(sweep: Sweep, { shuffles }: HeldOutChoices, stream: StreamFactory): Measure {
  const { value, rows } = shuffledR2(sweep, shuffles, stream)
  return {
    id: 'change-in-random-order',
    title: 'R² of the change from the time budget alone, had the increments of every series come in random order',
    value,
    i90: null,
    i995: null,
    method: `mean over ${shuffles} shuffles of the increments within each series; then as change-from-resources`,
    resampled: 'nothing (shuffles are averaged)',
    n: rows,
    unit: 'out-of-sample R²',
    evidence: 'published',
  }
}
