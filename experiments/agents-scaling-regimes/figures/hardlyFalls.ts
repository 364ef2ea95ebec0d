import {
  axis,
  beside,
  contextLines,
  type Figure,
  fixed,
  greys,
  intervalText,
  type Layer,
  line,
  panel,
  percentText,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { namesIn } from './words.ts'

/** Curves that hardly ever fall: the best submission so far, and runs that are cut off. */
export const hardlyFalls: Figure = {
  id: 'hardly-falls',
  title: 'Two curves of longer runs that hardly ever fall',
  width: 'full',
  tables: ['hours', 'in-hand', 'steps'],
  spec: ({ tables, theme }) => {
    const hours = tables.hours!.filter(({ tasks }) => tasks === '134 tasks')
    const models = namesIn(hours, 'model')
    const by = series({
      field: 'model',
      names: Object.fromEntries(models.map((model) => [model, model])),
      legend: true,
    })
    const x = axis({ field: 'hours', title: 'hours', domain: [0, 12.5], ticks: [2, 4, 6, 8, 10, 12] })
    const y = axis({ field: 'score', title: 'best score so far', domain: [0, 0.6], format: '.0%' })
    const shares: Row[] = [...tables['in-hand']!]
    const spend = axis({ field: 'spend_share', title: 'share of the final mean spend', domain: [0, 1], format: '.0%' })
    const score = axis({ field: 'score_share', title: 'share of the final score', domain: [0, 1], format: '.0%' })
    const diagonal: Layer = {
      data: { values: [0, 1].map((at) => ({ spend_share: at, score_share: at })) },
      mark: { type: 'line', color: greys.text, strokeDash: [3, 2], strokeWidth: 0.8 },
      encoding: { x: spend, y: score },
    }
    const size = { width: theme.width / 2 - 34, height: 130 }
    return beside(
      panel({
        ...size,
        title: '(a) EdgeBench, mean of 134 tasks',
        rows: hours,
        layers: [line({ x, y, by }), points({ x, y, by })],
      }),
      panel({
        ...size,
        title: '(b) mini-SWE-agent, runs cut off at a spend',
        layers: [
          diagonal,
          contextLines({ x: spend, y: score, group: 'model', rows: shares }),
          referenceLine({ across: 'x', position: spend, at: 0.5 }),
        ],
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const hand = measures['in-hand-at-half-spend']
    const gain = measures['hours-gain']
    const parts = (hand?.parts ?? []).flatMap(({ value }) => (value === null ? [] : [value]))
    const reachText = `${fixed(Math.min(...parts), 0)} to ${fixed(Math.max(...parts), 0)} %`
    const at = (limit: number): string => percentText(tables.steps!.find(({ steps }) => steps === limit)?.median)
    return {
      text: `Neither curve is judged: both rise by construction. (a) The score at an hour is that of the best submission so far; from the first to the last hour it gains ${fixed(gain?.value, 1)} points (${intervalText(gain, 1)}) on the 51 tasks that are published one by one. (b) Runs that knew no limit are cut off after the fact, ${hand?.n ?? 0} models: at half the mean spend (vertical line) ${fixed(hand?.value, 0)} % of the final score is in hand (median; ${reachText} over models); cut off at 30, 50 and 100 steps ${at(30)}, ${at(50)} and ${at(100)} (medians). Dashed: score in proportion to spend.`,
      alt: `Scores of five models rise ever more slowly over twelve hours; curves of ${hand?.n ?? 0} models from 0 to 100 % of spend scatter on both sides of the diagonal.`,
      n: `${gain?.n ?? 0} tasks of models on EdgeBench; ${hand?.n ?? 0} models with 500 tasks each`,
      interval: 'none drawn; in the text: CR2 over tasks',
      level: '90 %',
      resampled: 'tasks',
    }
  },
}
