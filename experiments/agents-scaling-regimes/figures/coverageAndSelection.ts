import {
  above,
  axis,
  categoryAxis,
  type Figure,
  fixed,
  intervalRule,
  intervalText,
  type Layer,
  line,
  panel,
  points,
  referenceLine,
  series,
  smallMultiples,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { benchmarkNames, namesIn } from './words.ts'

const names = {
  coverage: 'solved by at least one',
  self_pairwise: 'picked by itself, pairs',
  gpt5_pointwise: 'picked by GPT-5',
  self_pointwise: 'picked by itself',
}

const everything = 'all'

/** Coverage against what is left of it when a judge has to pick. */
export const coverageAndSelection: Figure = {
  id: 'coverage-and-selection',
  title: 'Parallel attempts: coverage, and what a judge keeps of it',
  width: 'full',
  tables: ['attempts', 'kept'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'metric', names, legend: true })
    const attempts = tables.attempts!
    const benchmarks = namesIn(attempts, 'benchmark')
    const headings = Object.fromEntries(benchmarks.map((name) => [name, benchmarkNames[name] ?? name]))
    const x = axis({ field: 'k', title: 'passes', domain: [0.8, 4.2], ticks: [1, 2, 3, 4] })
    const y = axis({ field: 'score', title: 'tasks solved', domain: [0, 0.85], format: '.0%' })
    const kept: Row[] = tables.kept!.map((row) => ({ ...row, metric: row.judge! }))
    const keptNames = Object.fromEntries(
      namesIn(kept, 'benchmark').map((name) => [
        name,
        name === everything ? 'all series alike' : (benchmarkNames[name] ?? name),
      ]),
    )
    const share = axis({
      field: 'value',
      title: 'share of the gain of coverage that is kept',
      domain: [-0.1, 1],
      format: '.0%',
    })
    const rows = categoryAxis({ field: 'benchmark', title: null, names: keptNames })
    const forest = [
      intervalRule({
        rows: kept.filter(({ lo }) => lo !== null),
        x: share,
        y: rows,
        lo: 'lo',
        hi: 'hi',
        by,
        along: 'x',
        weight: 'inner',
      }),
      points({ x: share, y: rows, by }),
    ].map(
      (layer) =>
        ({
          ...layer,
          encoding: {
            ...layer.encoding,
            yOffset: {
              field: 'metric',
              sort: ['self_pairwise', 'gpt5_pointwise', 'self_pointwise'],
              scale: { domain: ['self_pairwise', 'gpt5_pointwise', 'self_pointwise'] },
            },
          },
        }) as Layer,
    )
    return above(
      smallMultiples({
        by: 'benchmark',
        names: headings,
        columns: 3,
        width: theme.width - 60,
        height: 62,
        tables: { attempts },
        layers: (only) => [only('attempts', line({ x, y, by })), only('attempts', points({ x, y, by }))],
      }),
      panel({
        width: theme.width - 80,
        height: 22 * Object.keys(keptNames).length,
        rows: kept,
        layers: [
          referenceLine({ across: 'x', position: share, at: 0 }),
          referenceLine({ across: 'x', position: share, at: 1 }),
          ...forest,
        ],
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const text = (id: string): string => `${fixed(measures[id]?.value, 0)} % (${intervalText(measures[id], 0)})`
    const gain = measures['coverage-gain']
    const models = Math.max(...tables.attempts!.map(({ models: count }) => Number(count)))
    return {
      text: `General AgentBench, four independent passes a task. Above: mean over up to ${models} models with every judge; MCP-bench scores are graded, so that its coverage is the best score. Below: share of the gain from one to four passes that a judge keeps (0: no better than one pass at random, 1: as good as knowing the answer), over all models that a judge saw whole. Coverage gains ${fixed(gain?.value, 1)} points (${intervalText(gain, 1)}), which is certain to be no loss; kept are ${text('kept-by-self-pointwise')} by the model itself, ${text('kept-by-gpt5-pointwise')} by GPT-5, and ${fixed(measures['kept-by-self-pairwise']?.value, 0)} % in tournaments of pairs (no interval; series with published tournaments, MCP-bench among them where all are alike).`,
      alt: `Six panels of coverage by passes above curves of what judges pick, and a forest plot of kept shares, around ${fixed(measures['kept-by-self-pointwise']?.value, 0)} to ${fixed(measures['kept-by-self-pairwise']?.value, 0)} %.`,
      n: `${gain?.n ?? 0} tasks of models on binary benchmarks`,
      interval: 'linearised ratio over tasks, models of a benchmark as fully correlated',
      level: '90 %',
      resampled: 'tasks',
    }
  },
}
