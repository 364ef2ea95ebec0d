import {
  beside,
  type Figure,
  greys,
  type Layer,
  logAxis,
  type Panel,
  panel,
  panelLetter,
  percentText,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { armNames, channel, largest, plansAsked, smallest } from './words.ts'

const lengths = [1, ...choices.lengths]

/** The ends of a cell on a logarithmic axis: halfway to its neighbours, and as far beyond the last ones. */
function ends(values: readonly number[], value: number): readonly [number, number] {
  const i = values.indexOf(value)
  const half = (a: number, b: number): number => Math.sqrt(a * b)
  const low = i > 0 ? half(values[i - 1]!, value) : value * Math.sqrt(value / values[i + 1]!)
  const high = i < values.length - 1 ? half(value, values[i + 1]!) : value * Math.sqrt(value / values[i - 1]!)
  return [low, high]
}

/** Accuracy of plans over length and size, with the law's lines of equal accuracy. */
export const surface: Figure = {
  id: 'accuracy-surface',
  title: 'Accuracy of whole plans, over their length and the size of the library',
  width: 'full',
  tables: ['accuracy', 'levels', 'gammas'],
  spec: ({ tables, theme }) => {
    const cells = tables
      .accuracy!.filter(({ router }) => router === 'mean')
      .map((row): Row => {
        const [left, right] = ends(choices.ladder, Number(row.size))
        const [bottom, top] = ends(lengths, Number(row.length))
        return { ...row, left, rightEnd: right, bottom, top, text: percentText(row.right) }
      })
    const x = logAxis({
      field: 'size',
      title: 'library size N',
      domain: [ends(choices.ladder, smallest)[0], ends(choices.ladder, largest)[1]],
      ticks: [10, 50, 200, 1000],
    })
    const y = logAxis({
      field: 'length',
      title: 'steps K',
      domain: [ends(lengths, 1)[0], ends(lengths, 10)[1]],
      ticks: lengths,
    })
    const column = (arm: 'plan' | 'alone', k: number): Panel => {
      const own = cells.filter((row) => row.arm === arm)
      const heat: Layer = {
        data: { values: own },
        mark: { type: 'rect', color: '#56B4E9' },
        encoding: {
          x: { ...x, field: 'left' },
          x2: { field: 'rightEnd' },
          y: { ...y, field: 'bottom', axis: { ...y.axis, title: k === 0 ? 'steps K' : null } },
          y2: { field: 'top' },
          fillOpacity: {
            field: 'right',
            type: 'quantitative',
            scale: { domain: [0, 1], range: [0, 0.8] },
            legend: null,
          },
        },
      }
      const text: Layer[] = [{ stroke: 'white', strokeWidth: 2 }, {}].map((halo) => ({
        data: { values: own },
        mark: { type: 'text', fontSize: theme.fontSize - 2, ...halo },
        encoding: { x, y, text: { field: 'text' } },
      }))
      const lines: Layer = {
        data: { values: arm === 'plan' ? tables.levels! : [] },
        mark: { type: 'line', clip: true, color: greys.axis, strokeWidth: 0.8 },
        encoding: { x, y, detail: { field: 'level', type: 'nominal' } },
      }
      const names: Layer[] = [{ stroke: 'white', strokeWidth: 2 }, {}].map((halo) => ({
        data: { values: arm === 'plan' ? lineNames(tables.levels!) : [] },
        mark: { type: 'text', style: 'reference-label', fontSize: theme.fontSize - 2, fontStyle: 'italic', ...halo },
        encoding: { x, y, text: { field: 'name' } },
      }))
      return panel({
        width: theme.width / 2 - 26,
        height: 130,
        title: `${panelLetter(k)} ${armNames[arm]}`,
        layers: [heat, lines, ...text, ...names],
      })
    }
    return beside(column('plan', 0), column('alone', 1))
  },
  caption: ({ tables, measures }) => {
    const at = (arm: string, length: number): string =>
      percentText(
        tables.accuracy!.find(
          (row) => row.router === 'mean' && row.arm === arm && row.length === length && row.size === choices.size,
        )?.right,
      )
    return {
      text: `Exact accuracy, mean over judged routers; one step: all steps, asked alone. Lines: where (a − b ln N)^(γK) comes to the share written at them, with the means of a, b and γ over judged routers; one step, too, counts for γ there, as printed. At N = ${choices.size}: one step ${at('plan', 1)}; shown the plan, two steps ${at('plan', 2)}, three ${at('plan', 3)}, five ${at('plan', 5)}; the same steps asked alone ${at('alone', 2)}, ${at('alone', 3)} and ${at('alone', 5)}. A library holds the plan’s own skills: at N = ${smallest} a plan of ten steps meets nothing else. ${channel}`,
      alt: `Heat maps of accuracy over library size and number of steps. At N = ${choices.size}: ${lengths.map((length) => `${length} steps ${at('plan', length)} shown the plan, ${at('alone', length)} asked alone`).join('; ')}.`,
      n: plansAsked(measures.gamma, tables.gammas!),
      interval: 'none drawn',
      level: 'none',
      resampled: 'nothing',
    }
  },
}

/**
 * The share that each line stands for, where it is farthest from the numbers in the cells and from the other names:
 * distances in widths and heights of a name, on the logarithmic axes.
 */
function lineNames(levels: readonly Row[]): Row[] {
  const name = { width: 0.75, height: 0.2 }
  const taken: { readonly x: number; readonly y: number }[] = choices.ladder.flatMap((size) =>
    lengths.map((length) => ({ x: Math.log(size), y: Math.log(length) })),
  )
  return [...new Set(levels.map(({ level }) => level))].flatMap((level) => {
    const places = levels
      .filter((row) => row.level === level && Number(row.length) > 0.9 && Number(row.length) < 11)
      .map((row) => ({ row, x: Math.log(Number(row.size)), y: Math.log(Number(row.length)) }))
    const room = ({ x, y }: { readonly x: number; readonly y: number }): number =>
      Math.min(...taken.map((one) => Math.hypot((one.x - x) / name.width, (one.y - y) / name.height)))
    const best = places.reduce<(typeof places)[number] | null>(
      (found, place) => (found === null || room(place) > room(found) ? place : found),
      null,
    )
    if (best === null) return []
    taken.push(best)
    return [{ size: best.row.size!, length: best.row.length!, name: percentText(level) }]
  })
}
