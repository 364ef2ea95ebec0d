import {
  axis,
  band,
  type Layer,
  line,
  logAxis,
  type Panel,
  points,
  series,
  smallMultiples,
  type Theme,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { benchmarkNames } from './words.ts'

/** Held-out benchmarks, a panel each: what the other benchmarks said of success by cost, its band, and every system. */
export function heldOutBenchmarks(rows: readonly Row[], theme: Theme): Panel {
  const by = series({
    field: 'who',
    names: { law: 'predicted from the other benchmarks', system: 'a system' },
    legend: true,
  })
  const costs = rows.map((row) => Number(row.cost))
  const x = logAxis({
    field: 'cost',
    title: 'dollars a task',
    domain: [Math.min(...costs) / 1.3, Math.max(...costs) * 1.3],
    ticks: [0.01, 0.1, 1, 10],
  })
  const y = axis({ field: 'y', title: 'success', domain: [-0.03, 1], ticks: [0, 0.5, 1], format: '.1f' })
  const said = [...rows]
    .sort((a, b) => Number(a.cost) - Number(b.cost))
    .map(
      ({ benchmark, cost, predicted, lo, hi }): Row => ({
        benchmark: benchmark!,
        who: 'law',
        cost: cost!,
        y: predicted!,
        lo: Math.max(0, Number(lo)),
        hi: hi!,
      }),
    )
  const systems = rows.map(
    ({ benchmark, cost, success }): Row => ({
      benchmark: benchmark!,
      who: 'system',
      cost: cost!,
      y: success!,
    }),
  )
  return smallMultiples({
    by: 'benchmark',
    names: Object.fromEntries(
      Object.entries(benchmarkNames).filter(([id]) => rows.some((row) => row.benchmark === id)),
    ),
    columns: 3,
    width: theme.width,
    height: 74,
    tables: { said, systems },
    layers: (only) => [
      only('said', band({ x, y, lo: 'lo', hi: 'hi', by })),
      only('said', line({ x, y, by })),
      only('systems', withStroke(points({ x, y, by }))),
    ],
  })
}

/** Symbols of the two series: the prediction is a line, and its symbol in the legend a stroke. */
function withStroke(layer: Layer): Layer {
  const { shape } = (layer as { encoding: { shape: { scale: object } } }).encoding
  const range = ['M-1.2,-0.16H1.2V0.16H-1.2Z', 'square']
  return { ...layer, encoding: { ...layer.encoding, shape: { ...shape, scale: { ...shape.scale, range } } } } as Layer
}
