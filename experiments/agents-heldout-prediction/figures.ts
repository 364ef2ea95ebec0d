import { defineFigures, type FigureInputs, fixed, intervalText, listNames, percentText } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from './choices.ts'
import { calibrationPanels } from './figures/calibrationPanels.ts'
import { heldOutBenchmarks } from './figures/heldOutBenchmarks.ts'
import { heldOutTasks } from './figures/heldOutTasks.ts'
import { r2Forest } from './figures/r2Forest.ts'
import { claimIds, distinct, r2Text, taskName, unitsOf } from './figures/words.ts'

const bandText = `what was said and ${percentText(choices.band[1]! - choices.band[0]!)} of the training residuals around it (shaded)`

/** '0.44 (0.40 to 0.48)' of a measure. */
function valueText({ measures }: FigureInputs, id: string): string {
  return `${fixed(measures[id]?.value, 2)} (${intervalText(measures[id], 2)})`
}

const ranksText = (rows: readonly Row[]) =>
  listNames([...new Set(rows.map(({ rank }) => Number(rank)))].map((rank) => String(rank)))

export default defineFigures('agents-heldout-prediction', [
  {
    id: 'r2-by-predictors',
    title: 'How much of held-out performance each predictor tells',
    width: 'full',
    tables: ['r2'],
    spec: r2Forest,
    caption: (inputs) => {
      const r2 = inputs.tables.r2!
      const line = inputs.claims[claimIds.change]!.tolerance.value
      const text = (target: string, rows: string, predictor: string) =>
        r2Text(r2, { data: 'edgebench', target, rows, predictor })
      return {
        text: `Out-of-sample R² of a law that was fitted without the task or benchmark it predicts: 0 is as good as the mean of the training rows (as no change, in a and d), ${line} the line of the claims (dashed), below 0 worse than saying nothing. EdgeBench: (a) score less the mean of its series, (b) the score itself. Time alone: ${text('change', 'all', 'resources')} of the change and ${text('level', 'all', 'resources')} of the score; with the score after the first budget ${text('level', 'later', 'early')} of the later scores. The change is that of scores which hardly ever fall: with the steps of every series in random order its R² would be ${fixed(inputs.measures['change-in-random-order']?.value, 2)} (square), and of single steps the hours tell ${valueText(inputs, 'increments-from-resources')}. Later scores need no law: said to be the first score they have ${valueText(inputs, 'first-score-unchanged')}, with the mean gain of other tasks ${valueText(inputs, 'first-score-and-mean-gain')} (squares). (c, d) ${unitsOf(r2, 'hal')} benchmarks of the Holistic Agent Leaderboard (HAL) and ${unitsOf(r2, 'openhands')} of the OpenHands index; dotted in (c), what Kim et al. print for a regression of some twenty terms on their own configurations, which cannot be repeated. Intervals of OpenHands are cut at the panel’s edge.`,
        alt: `Forest plots of R² in four panels. Change within a task from time alone ${text('change', 'all', 'resources')}, score from time alone ${text('level', 'all', 'resources')}, score with the first score ${text('level', 'later', 'early')}; success on held-out benchmarks from dollars alone ${valueText(inputs, 'benchmark-from-resources')}.`,
        n: `${inputs.measures['change-from-resources']?.n} scores on tasks, ${inputs.measures['benchmark-from-resources']?.n} systems on the leaderboard`,
        interval: 'delete-one jackknife of the whole procedure, t; thick 90 %, thin 99.5 %',
        level: '90 % and 99.5 %',
        resampled: `tasks (${unitsOf(r2, 'edgebench')}); benchmarks (${unitsOf(r2, 'hal')} and ${unitsOf(r2, 'openhands')})`,
      }
    },
  },
  {
    id: 'calibration',
    title: 'What came against what was said',
    width: 'full',
    tables: ['calibration', 'slopes'],
    spec: ({ tables, theme }) => calibrationPanels(tables.calibration!, tables.slopes!, theme),
    caption: ({ tables }) => {
      const slope = (data: string, target: string, predictor: string) => {
        const row = tables.slopes!.find(
          (one) => one.data === data && one.target === target && one.predictor === predictor,
        )
        return `${fixed(row?.slope, 2)} (${fixed(row?.lo, 2)} to ${fixed(row?.hi, 2)})`
      }
      return {
        text: `Held-out rows in ${choices.bins} bins of their prediction: mean of what came against mean of what was said; dashed line: predictions that mean what they say. Time budgets as resources for EdgeBench (above: change within a series; middle: score), dollars for the leaderboard (below). A slope of 1 says that differences between predictions come true; one curve for all tasks has about 1 by construction, as its slope is the mean one (for a level from time alone it is pulled down: without a task of high scores the others’ mean is lower): ${slope('edgebench', 'change', 'resources')} for the change from time alone, ${slope('edgebench', 'level', 'resources')} for the score from time alone, ${slope('edgebench', 'level', 'early')} with the first score, ${slope('hal', 'level', 'resources')} for success from dollars alone.`,
        alt: `${tables.slopes!.length} panels of binned predictions against outcomes. Slopes: change from time ${slope('edgebench', 'change', 'resources')}, score from time ${slope('edgebench', 'level', 'resources')}, score with the first score ${slope('edgebench', 'level', 'early')}, success from dollars ${slope('hal', 'level', 'resources')}.`,
        n: listNames(tables.slopes!.map(({ n }) => String(n))).concat(' rows, panel by panel'),
        interval: 'mean of a bin by CR2 over held-out units; slopes by jackknife with predictions held fixed',
        level: '90 %',
        resampled: 'held-out tasks or benchmarks',
      }
    },
  },
  {
    id: 'heldout-changes',
    title: 'Change on held-out tasks, as other tasks predict it',
    width: 'full',
    tables: ['curves', 'coverage'],
    spec: ({ tables, theme }) =>
      heldOutTasks(
        tables.curves!.filter(({ target }) => target === 'change'),
        { title: 'score less mean', ticks: [-0.2, 0, 0.2] },
        theme,
      ),
    caption: (inputs) => {
      const rows = inputs.tables.curves!.filter(({ target }) => target === 'change')
      const inside = inputs.tables.coverage!.find(({ target }) => target === 'change')
      return {
        text: `Score less the mean of its series on tasks that were held out, from the best predicted to the worst (ranks ${ranksText(rows)} of the tasks by root mean square error), with ${bandText}, from hours alone. Over all tasks ${percentText(inside?.inside)} of the changes lie in their band; R² ${valueText(inputs, 'change-from-resources')}. One curve is said for every task, whatever the task; on ${percentText(inputs.measures['tasks-told-better-than-no-change']?.value)} of the tasks it errs less than saying no change.`,
        alt: `Small multiples of ${distinct(rows, 'task').length} tasks from ${taskName(rows[0]?.task)} to ${taskName(rows.at(-1)?.task)}: curves of ${distinct(rows, 'model').length} models against one predicted curve and its band.`,
        n: `${inputs.measures['change-from-resources']?.n} scores in all`,
        interval: bandText,
        level: percentText(choices.band[1]! - choices.band[0]!),
        resampled: 'nothing (residuals of the other tasks)',
      }
    },
  },
  {
    id: 'heldout-scores',
    title: 'Scores on held-out tasks, as other tasks predict them',
    width: 'full',
    tables: ['curves', 'coverage'],
    spec: ({ tables, theme }) =>
      heldOutTasks(
        tables.curves!.filter(({ target }) => target === 'level'),
        { title: 'score', domain: [-0.03, 1], ticks: [0, 0.5, 1] },
        theme,
      ),
    caption: (inputs) => {
      const rows = inputs.tables.curves!.filter(({ target }) => target === 'level')
      const inside = inputs.tables.coverage!.find(({ target }) => target === 'level')
      return {
        text: `Scores on tasks that were held out, from the best predicted to the worst (ranks ${ranksText(rows)} by root mean square error), with ${bandText}, from hours alone. Over all tasks ${percentText(inside?.inside)} of the scores lie in their band, which is ${fixed(inside?.width, 2)} wide (drawn from 0). R² ${valueText(inputs, 'level-from-resources')} for time alone and ${valueText(inputs, 'level-with-early-score')} for later budgets once the first score is known.`,
        alt: `Small multiples of ${distinct(rows, 'task').length} tasks from ${taskName(rows[0]?.task)} to ${taskName(rows.at(-1)?.task)}: curves of ${distinct(rows, 'model').length} models against one predicted curve and a band over most of the scale.`,
        n: `${inputs.measures['level-from-resources']?.n} scores in all`,
        interval: bandText,
        level: percentText(choices.band[1]! - choices.band[0]!),
        resampled: 'nothing (residuals of the other tasks)',
      }
    },
  },
  {
    id: 'heldout-benchmarks',
    title: 'Success on held-out benchmarks, as cost on other benchmarks predicts it',
    width: 'full',
    tables: ['benchmarks'],
    spec: ({ tables, theme }) => heldOutBenchmarks(tables.benchmarks!, theme),
    caption: (inputs) => ({
      text: `Success against dollars a task on the Holistic Agent Leaderboard, with ${bandText}: a + b ln (dollars) fitted to the other benchmarks; bands are cut at 0. R² over held-out benchmarks ${valueText(inputs, 'benchmark-from-resources')} from dollars alone, ${valueText(inputs, 'hal-level-with-capability')} with the model’s capability on other benchmarks. Systems differ in model and scaffold at once, and cost is what a run came to, not a budget that was set.`,
      alt: `Scatter plots of ${distinct(inputs.tables.benchmarks!, 'benchmark').length} benchmarks, success against cost on a logarithmic axis, with the line of the other benchmarks and a wide band.`,
      n: `${inputs.measures['benchmark-from-resources']?.n} systems`,
      interval: bandText,
      level: percentText(choices.band[1]! - choices.band[0]!),
      resampled: 'nothing (residuals of the other benchmarks); for R² benchmarks',
    }),
  },
])
