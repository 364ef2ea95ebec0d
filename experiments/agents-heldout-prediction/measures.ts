import type { Nested } from '@lawbook/estimators'
import type { Estimate, Measure } from '@lawbook/schemas'
import { beside } from './beside.ts'
import { fixedDesign } from './design.ts'
import { byBootstrap, byGroups, byUnit } from './estimate.ts'
import type { CrossSection, Sweep } from './evidence.ts'
import { estimateOf, type Findings, measureOf } from './measure.ts'
import { filled } from './missing.ts'
import { crossQuestion, sweepQuestion } from './questions.ts'
import { answerOf } from './r2Table.ts'
import { centredSample, rowsWhere, type Sample } from './sample.ts'
import type { Target } from './sweepDesigns.ts'

type Alternative = NonNullable<Measure['alternatives']>[number]

/** Every measure: the three that are judged, and those that stand beside them. */
export function measuresOf(findings: Findings): Measure[] {
  return [...judgedSweep(findings), judgedBenchmarks(findings), ...beside(findings)]
}

function judgedSweep({ sweep, answers, choices, stream }: Findings): Measure[] {
  return (['change', 'level'] as const).map((target) => {
    const { question, estimate } = answerOf(answers, 'edgebench', target, 'resources')
    const title =
      target === 'change'
        ? 'R² of the change within a held-out task, from the time budget alone'
        : 'R² of the score on a held-out task, from the time budget alone'
    return {
      ...measureOf(`${target}-from-resources`, title, estimate, 'tasks', sweep.tasks.length),
      bounds: boundsOf(sweep, target),
      alternatives: [
        alternative(
          'resampled',
          'models',
          byGroups(sweep.sample, (s) => sweepQuestion(s, target, 'resources')),
        ),
        alternative('resampled', 'tasks, bootstrap', byBootstrap(question, choices.draws, stream)),
        ...(['any-form', 'logistic', 'models'] as const).map((form) =>
          alternative('form', formNames[form], answerOf(answers, 'edgebench', target, form).estimate),
        ),
        alternative('form', 'linear in hours', byUnit(sweepQuestion(onPlainScale(sweep.sample), target, 'resources'))),
        ...otherReading(sweep.sample, target),
      ],
    }
  })
}

const formNames = { 'any-form': 'a mean a budget', logistic: 'logistic in ln hours', models: 'a line a model' } as const

/** The resource itself instead of its logarithm. */
function onPlainScale(sample: Sample): Sample {
  return { ...sample, x: sample.x.map(Math.exp) }
}

/** The change with models left as they differ (centred by task only), the level held against the mean of all rows. */
function otherReading(sample: Sample, target: Target): Alternative[] {
  if (target === 'level') {
    const question = sweepQuestion(sample, 'level', 'resources', { reference: 'overall-mean' })
    return [alternative('reference', 'mean of all rows', byUnit(question))]
  }
  const byTask = centredSample(sample, sample.unit)
  const question = { sample: byTask, design: fixedDesign([byTask.x]), reference: 'zero' } as const
  return [alternative('centring', 'by task, models differ', byUnit(question))]
}

/** The measure with missing scores filled in both ways; `worst` is the one with less R^2. */
function boundsOf(sweep: Sweep, target: Target): NonNullable<Measure['bounds']> {
  const [worst, best] = (['zero', 'like-others'] as const)
    .map((filling) => estimateOf(byUnit(sweepQuestion(filled(sweep, filling), target, 'resources'))))
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0)) as [Estimate, Estimate]
  return { worst, best }
}

function judgedBenchmarks({ hal, answers }: Findings): Measure {
  const { estimate } = answerOf(answers, 'hal', 'level', 'resources')
  const title = 'R² of success on a held-out benchmark, from dollars a task alone'
  return {
    ...measureOf('benchmark-from-resources', title, estimate, 'benchmarks', hal.benchmarks.length),
    alternatives: [
      alternative(
        'centring',
        'less the mean on the benchmark',
        answerOf(answers, 'hal', 'within', 'resources').estimate,
      ),
      alternative('reference', 'mean of all rows', byUnit(crossQuestion(hal.sample, 'resources', 'overall-mean'))),
      alternative('money', 'total dollars', byUnit(crossQuestion(totalDollars(hal), 'resources'))),
      alternative('scores of zero', 'left out', byUnit(crossQuestion(aboveZero(hal.sample), 'resources'))),
      alternative('form', 'linear in dollars', byUnit(crossQuestion(onPlainScale(hal.sample), 'resources'))),
      alternative(
        'data',
        'OpenHands index, 5 benchmarks',
        answerOf(answers, 'openhands', 'level', 'resources').estimate,
      ),
    ],
  }
}

/** The money of a whole run instead of that of a task, where it is known how many tasks a run had. */
function totalDollars({ sample, tasks }: CrossSection): Sample {
  const whole = { ...sample, x: sample.x.map((x, i) => x + Math.log(tasks[i] ?? Number.NaN)) }
  return rowsWhere(whole, (row) => tasks[row] !== null)
}

/** Without systems that solved nothing. */
const aboveZero = (sample: Sample): Sample => rowsWhere(sample, (row) => sample.y[row]! > 0)

function alternative(choice: string, option: string, estimate: Nested | null): Alternative {
  return { choice, option, ...estimateOf(estimate) }
}
