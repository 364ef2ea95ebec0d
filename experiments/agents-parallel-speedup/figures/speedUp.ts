import {
  colourOf,
  contextLines,
  type Figure,
  fixed,
  intervalRule,
  type Layer,
  line,
  listNames,
  logAxis,
  series,
  smallMultiples,
  valueText,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { pairsResampled } from './words.ts'

const curveNames = {
  mean: 'mean of pairs',
  linear: 'linear',
  bound: 'Amdahl’s bound at p',
  'universal-scalability': 'universal scalability fit',
}

/** The colours and dashes of a layer with one legend: strokes as they are drawn, since lines have no shape. */
function withLegend(layer: Layer, legend: object): Layer {
  const { color, strokeDash } = (layer as { encoding: Record<string, object> }).encoding
  const dash = strokeDash === undefined ? {} : { strokeDash: { ...strokeDash, legend } }
  return { ...layer, encoding: { ...layer.encoding, color: { ...color, legend }, ...dash } } as Layer
}

const teams = (rows: readonly Row[]): Row[] => rows.filter(({ assignment }) => assignment !== null)

/** Speed-up of cooperative work, one panel an assignment and parallel share. */
export const speedUp: Figure = {
  id: 'speed-up',
  title: 'Speed-up against the number of agents',
  width: 'full',
  tables: ['speedups', 'peaks', 'cells'],
  spec: ({ tables, theme }) => {
    const rows = teams(tables.speedups!)
    const names = Object.fromEntries(rows.map(({ work, name }) => [String(work), String(name)]))
    const by = series({ field: 'curve', names: curveNames, legend: true })
    const ends = rows.filter(({ curve }) => curve !== 'linear').map(({ speedup }) => Number(speedup))
    const x = logAxis({ field: 'agents', title: 'agents', domain: [1, 5.2], ticks: [1, 2, 3, 4, 5] })
    const y = logAxis({
      field: 'speedup',
      title: 'speed-up',
      domain: [Math.min(0.25, ...ends), Math.max(5, ...ends)],
      ticks: [0.25, 0.5, 1, 2, 4],
    })
    const strokes = { ...colourOf(by).legend, symbolType: 'stroke' as const, symbolSize: 260 }
    const drawn = (layer: Layer): Layer => withLegend(layer, strokes)
    const own = (...curves: string[]): Row[] => rows.filter(({ curve }) => curves.includes(String(curve)))
    return smallMultiples({
      by: 'work',
      names,
      columns: 3,
      width: theme.width - 46,
      height: 104,
      tables: {
        units: own('unit'),
        lines: own('linear', 'bound', 'universal-scalability'),
        means: own('mean'),
      },
      layers: (only) => [
        only('units', contextLines({ x, y, group: 'unit' })),
        only('lines', drawn(line({ x, y, by }))),
        only('means', drawn(intervalRule({ x, y, lo: 'low', hi: 'high', by, along: 'y', weight: 'inner' }))),
        only('means', drawn({ mark: { type: 'point' }, encoding: { x, y, color: colourOf(by) } })),
      ],
    })
  },
  caption: ({ tables, measures }) => {
    const most = Math.max(...tables.cells!.map(({ agents }) => Number(agents)))
    const at = (curve: string) => (name: unknown) =>
      tables.speedups!.find((row) => row.curve === curve && row.name === name && row.agents === most)?.speedup
    const works = [...new Set(teams(tables.speedups!).map(({ name }) => name))]
    const found = works.map((name) => `${name}: ${fixed(at('mean')(name), 2)} (bound ${fixed(at('bound')(name), 2)})`)
    const best = tables
      .peaks!.filter(({ identified, name }) => identified === true && works.includes(name!))
      .map(({ name, best: size }) => `${name} (${fixed(size, 1)})`)
    return {
      text: `LLM Teams (arXiv 2603.12229): wall-clock time of one agent over that of n, geometric means of successful runs, by assignment of the work and parallel share p; both axes logarithmic. Grey: each suite and model; marks: their geometric mean. At ${most} agents, ${found.join('; ')}. Exponent where work is assigned in advance and p = 0.9: ${valueText(measures['exponent-cooperative'], 2)}; linear would be 1. Kinds of work with a best number of agents that is identified: ${listNames(best)}.`,
      alt: `Six panels of speed-up against 1 to ${most} agents. Mean speed-up at ${most} agents: ${found.join('; ')}.`,
      n: `${tables.cells!.filter(({ speedup }) => speedup !== null).length} cells of suite, model, p, assignment and n`,
      interval: 'rules: Student on ln S, at each n',
      level: '90 %',
      resampled: pairsResampled,
    }
  },
}
