import {
  above,
  axis,
  categoryAxis,
  type Figure,
  fixed,
  greys,
  intervalRule,
  intervalText,
  type Layer,
  line,
  type Position,
  panel,
  points,
  referenceLine,
  series,
  smallMultiples,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { benchmarkNames, namesIn, reach } from './words.ts'

const mean = 'mean'
const everything = 'all'

/** Score against the budget of context, and the change from the first to the last budget. */
export const sequentialBudgets: Figure = {
  id: 'sequential-budgets',
  title: 'Score against the budget of context, and its change',
  width: 'full',
  tables: ['budgets', 'changes'],
  spec: ({ tables, theme }) => {
    const budgets = tables.budgets!
    const models = [...namesIn(budgets, 'model')].sort()
    const by = series({
      field: 'model',
      names: Object.fromEntries(models.map((model) => [model, model])),
      legend: true,
    })
    const benchmarks = namesIn(budgets, 'benchmark')
    const headings = Object.fromEntries(benchmarks.map((name) => [name, benchmarkNames[name] ?? name]))
    const x = axis({
      field: 'budget',
      title: 'budget of context, k tokens',
      domain: [24, 200],
      ticks: [50, 100, 150, 200],
    })
    const y = axis({ field: 'value', title: 'score, %', domain: [0, Math.ceil(reach(budgets, 'hi')[1] / 10) * 10] })
    const changes: Row[] = tables.changes!.map((row) => ({
      ...row,
      benchmark: row.benchmark ?? everything,
      model: row.model ?? mean,
    }))
    const change = axis({
      field: 'value',
      title: 'change from first to last budget, points',
      domain: padded(reach(changes, 'lo', 'hi')),
    })
    const rows = categoryAxis({
      field: 'benchmark',
      title: null,
      names: { ...headings, [everything]: 'all benchmarks' },
    })
    const single = changes.filter(({ model }) => model !== mean)
    const forest = [
      intervalRule({ rows: single, x: change, y: rows, lo: 'lo', hi: 'hi', by, along: 'x', weight: 'inner' }),
      points({ rows: single, x: change, y: rows, by }),
      ...meanLayers(
        changes.filter(({ model }) => model === mean),
        change,
        rows,
      ),
    ].map(
      (layer) =>
        ({
          ...layer,
          encoding: { ...layer.encoding, yOffset: { field: 'model', scale: { domain: [mean, ...models] } } },
        }) as Layer,
    )
    return above(
      smallMultiples({
        by: 'benchmark',
        names: headings,
        columns: 3,
        width: theme.width - 60,
        height: 62,
        tables: { budgets },
        layers: (only) => [
          only('budgets', intervalRule({ x, y, lo: 'lo', hi: 'hi', by, along: 'y', weight: 'outer' })),
          only('budgets', line({ x, y, by })),
          only('budgets', points({ x, y, by })),
        ],
      }),
      panel({
        width: theme.width - 70,
        height: 26 * (benchmarks.length + 1),
        layers: [referenceLine({ across: 'x', position: change, at: 0 }), ...forest],
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const gain = measures['budget-gain']
    const lengths = (measures['run-length']?.parts ?? []).map(({ value }) => Number(value))
    const up = (gain?.parts ?? [])
      .filter(({ i90 }) => i90 != null && i90[0]! > 0)
      .map(({ label }) => benchmarkNames[label])
    const down = (gain?.parts ?? [])
      .filter(({ i90 }) => i90 != null && i90[1]! < 0)
      .map(({ label }) => benchmarkNames[label])
    return {
      text: `General AgentBench: each task run anew at every budget, the agent pushed on until the budget is used. Above: score of each model (MCP-bench: the judge's part alone). Below: change from the first to the last budget, paired by task; the claim needs a mean above zero (dashed). Black: means over models, and in the last row over benchmarks, which are resampled there. Over benchmarks ${fixed(gain?.value, 1)} points (${intervalText(gain, 1)}), with runs ${fixed(Math.min(...lengths), 1)} to ${fixed(Math.max(...lengths), 0)} times longer (${fixed(measures['run-length']?.value, 0)} in the median series; by tokens, on tau2-bench by messages). 90 % intervals wholly above zero: ${up.join(', ') || 'none'}; wholly below: ${down.join(', ') || 'none'}. Two series of Qwen3-235B start at 64k, where the prompt is that of the other budgets. Missing runs are left out with their pair.`,
      alt: `Five panels of score against context budget and a forest plot of changes. Mean change ${fixed(gain?.value, 1)} points, 90 % interval ${intervalText(gain, 1)}.`,
      n: `${gain?.n ?? 0} benchmarks, ${tables.changes!.find(({ kind }) => kind === 'all')?.n ?? 0} tasks in ${tables.changes!.filter(({ kind }) => kind === 'series').length} series`,
      interval:
        'Student over tasks; means over models: models of a benchmark as fully correlated; last row: Student over benchmarks',
      level: '90 %',
      resampled: 'tasks; in the last row benchmarks',
    }
  },
}

/** Means over models and benchmarks in black, so that they are taken for no model. */
function meanLayers(rows: readonly Row[], x: Position, y: Position): Layer[] {
  const data = { values: [...rows] }
  return [
    {
      data,
      mark: { type: 'rule', color: greys.text, strokeWidth: 2.5, clip: true },
      encoding: { x: { ...x, field: 'lo' }, x2: { field: 'hi' }, y },
    },
    { data, mark: { type: 'point', fill: greys.text }, encoding: { x, y } },
  ]
}

function padded([low, high]: readonly [number, number]): readonly [number, number] {
  return [Math.floor(low / 5) * 5, Math.ceil(high / 5) * 5]
}
