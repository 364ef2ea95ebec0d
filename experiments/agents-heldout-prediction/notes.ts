import type { Measure, Row } from '@lawbook/schemas'
import { blindSummary, blindWorld } from './bestSoFar.ts'
import type { CrossSection, Sweep } from './evidence.ts'
import { incrementsOf } from './increments.ts'
import { type Answer, answerOf } from './r2Table.ts'

type About = {
  readonly sweep: Sweep
  readonly hal: CrossSection
  readonly answers: readonly Answer[]
  readonly coverage: readonly Row[]
  readonly measures: readonly Measure[]
  readonly worlds: readonly Row[]
  readonly line: number
}

/** What a reader of the numbers has to know, with the numbers that say so. */
export function notesOf({ sweep, hal, answers, coverage, measures, worlds, line }: About): string[] {
  const rows = (predictor: 'resources' | 'capability') =>
    answerOf(answers, 'hal', 'level', predictor).estimate?.rows ?? 0
  const alone = rows('resources') - rows('capability')
  const value = (id: string) => (measures.find((measure) => measure.id === id)?.value ?? Number.NaN).toFixed(2)
  const inside = coverage.map(
    ({ target, inside: share, meant, width }) =>
      `${target}: ${percent(share)} of held-out scores lie in a band meant for ${percent(meant)}, ${Number(width).toFixed(2)} wide on average`,
  )
  const steps = incrementsOf(sweep).y
  const falls = steps.filter((step) => step < 0).length
  const blind = blindSummary(worlds, line)
  return [
    `Scores hardly ever fall (${falls} of ${steps.length} steps, since the benchmark keeps the best submission so far): growth alone, with its increments in random order, gives an R² of the change of ${value('change-in-random-order')} against ${value('change-from-resources')}; a line of each series’ own would explain ${value('change-by-own-lines')} in sample. Of single steps from one budget to the next the hours tell ${value('increments-from-resources')}.`,
    ...(blind === null
      ? []
      : [
          `In the planted world ${blindWorld}, where nothing is learned, the best of independent submissions is kept and tasks differ in scale as they do here, R² of the change is ${blind.r2.toFixed(2)} on average and the rule agrees in ${blind.agreed} of ${blind.n} replicates. A line of ${line} can be passed without any learning: agreement says that best scores grow alike, and neither that agents learn nor that resources are allocated well.`,
        ]),
    `With the first score known, later scores said to be the first one have an R² of ${value('first-score-unchanged')}, with the mean gain of other tasks ${value('first-score-and-mean-gain')}; the fit has ${value('level-with-early-score')}.`,
    `On a share of ${value('tasks-told-better-than-no-change')} of the tasks the common curve errs less than saying no change; on the others it promises growth that does not come.`,
    `From the time budget alone, ${inside.join('; ')}.`,
    `Capability on other benchmarks is unknown for ${alone} of ${hal.sample.y.length} systems of the leaderboard, whose model is on one benchmark only; they are left out there.`,
    'Models are held fixed in the intervals: five are too few to speak of models in general. The jackknife over models is an alternative, wider for the change.',
    'Training means fall when a good benchmark is held out, so the reference of the level errs more than the mean of all rows; with a few benchmarks that flatters R², and the other reference is an alternative.',
  ]
}

function percent(share: unknown): string {
  return `${(100 * Number(share)).toFixed(1)} %`
}
