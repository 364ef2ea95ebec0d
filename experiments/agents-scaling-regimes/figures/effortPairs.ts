import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  fixed,
  greys,
  intervalRule,
  intervalText,
  type Layer,
  logAxis,
  panel,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { namesIn, reach, shortModel } from './words.ts'

const by = series({ field: 'kind', names: { mean: 'mean' } })

const all = 'all'

/** What more effort did in every pair, model by model, and against what it did to the cost. */
export const effortPairs: Figure = {
  id: 'effort-pairs',
  title: 'More reasoning effort against less, in the same system',
  width: 'full',
  tables: ['pairs', 'gains'],
  spec: ({ tables, theme }) => {
    const pairs: Row[] = tables.pairs!.map((row) => ({ ...row, name: row.model! }))
    const gains = tables.gains!.filter(({ kind }) => kind !== 'benchmark').map((row): Row => ({ ...row, kind: 'mean' }))
    const models = namesIn(pairs, 'model')
    const names = Object.fromEntries([...models.map((model) => [model, shortModel(model)]), [all, 'all pairs']])
    const [low, high] = reach(pairs, 'gain')
    const [least, most] = reach(gains, 'lo', 'hi')
    const reached = [Math.min(low, least) - 2, Math.max(high, most) + 2] as const
    const x = axis({ field: 'gain', title: 'gain of success, points', domain: reached })
    const y = categoryAxis({ field: 'name', title: null, names })
    const value = { ...x, field: 'value' }
    const each: Layer = {
      data: { values: pairs },
      mark: { type: 'tick', color: greys.text, opacity: 0.45, thickness: 1, height: 7 },
      encoding: { x, y },
    }
    const hollow: Layer = {
      data: { values: gains.filter(({ lo }) => lo === null) },
      mark: { type: 'point', filled: false, fill: 'white', stroke: greys.text },
      encoding: { x: value, y },
    }
    const ratios = pairs.map((row) => ({ ...row, kind: 'mean', ratio: Number(row.costAfter) / Number(row.costBefore) }))
    const [cheap, dear] = reach(ratios, 'ratio')
    const ratio = logAxis({
      field: 'ratio',
      title: 'cost of a task, more / less effort',
      domain: [cheap / 1.1, dear * 1.1],
      ticks: [0.25, 0.5, 1, 2, 4],
    })
    const gain = axis({ field: 'gain', title: 'gain of success, points', domain: [low - 2, high + 2] })
    const height = 17 * (models.length + 1)
    return beside(
      panel({
        title: '(a) pairs of each model, and their mean',
        width: theme.width / 2 - 66,
        height,
        layers: [
          referenceLine({ across: 'x', position: x, at: 0 }),
          each,
          intervalRule({
            rows: gains.filter(({ lo }) => lo !== null),
            x: value,
            y,
            lo: 'lo',
            hi: 'hi',
            by,
            along: 'x',
            weight: 'inner',
          }),
          points({ rows: gains.filter(({ lo }) => lo !== null), x: value, y, by }),
          hollow,
        ],
      }),
      panel({
        title: '(b) gain against extra cost',
        width: theme.width / 2 - 66,
        height,
        rows: ratios,
        layers: [
          referenceLine({ across: 'y', position: gain, at: 0 }),
          referenceLine({ across: 'x', position: ratio, at: 1 }),
          points({ x: ratio, y: gain, by }),
        ],
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const gain = measures['effort-gain']
    const cost = measures['effort-cost']
    const benchmarks = namesIn(tables.pairs!, 'benchmark').length
    const count = (test: (g: number) => boolean): number =>
      tables.pairs!.filter(({ gain: g }) => test(Number(g))).length
    return {
      text: `Two runs of one system (same benchmark, scaffold and model) that differ only in the reasoning effort that was asked for. (a) Ticks: pairs; points: means; hollow: all pairs alike, so that no interval can be made. The claim needs a mean above zero (dashed). (b) The same pairs by what more effort did to the cost of a task. Mean gain ${fixed(gain?.value, 1)} points (${intervalText(gain, 1)}), ${count((g) => g > 0)} pairs won, ${count((g) => g === 0)} tied, ${count((g) => g < 0)} lost. The cost of a task is multiplied by ${fixed(cost?.value, 2)} (${intervalText(cost, 2)}, geometric mean): a higher effort is not always more compute. Success is of whole tasks, not of single actions.`,
      alt: `Ticks of differences by model around zero, with means and intervals, and a scatter of gain against cost ratio. Mean over all pairs ${fixed(gain?.value, 1)} points, 90 % interval ${intervalText(gain, 1)}.`,
      n: `${gain?.n ?? 0} pairs, ${gain?.parts?.length ?? 0} models, ${benchmarks} benchmarks`,
      interval: 'all pairs: CR2 clustered by model; a model: its pairs as independent',
      level: '90 %',
      resampled: 'models; within a model, pairs',
    }
  },
}
