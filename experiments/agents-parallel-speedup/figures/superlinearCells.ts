import {
  axis,
  categoryAxis,
  type Figure,
  intervalRule,
  panel,
  percentText,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import type { Estimate, Row } from '@lawbook/schemas'
import { judgedCells } from '../shareMeasures.ts'
import { clustersResampled } from './words.ts'

const kinds = { judged: 'judged', other: 'other limits or cells', noise: 'noise around a law' }
const nullNames = { linear: 'noise, if linear', amdahl: 'noise, if Amdahl', one: 'noise, if no speed-up' }

/** The share of cells above linear, with its limits one by one, beside what a law and noise would give. */
export const superlinearCells: Figure = {
  id: 'superlinear-cells',
  title: 'Cells faster than linear where nine tenths are parallel',
  width: 'full',
  tables: ['shares'],
  spec: ({ tables, measures, theme }) => {
    const measure = measures['superlinear-cells']!
    const drawn = (tables.shares ?? []).filter(({ data, event }) => data === judgedCells && event === 'above-linear')
    const rows = [
      rowOf('judged', 'judged', measure),
      ...(measure.alternatives ?? []).map(({ choice, option, ...other }) =>
        rowOf(choice === 'limits' ? option : `${choice}: ${option}`, 'other', other),
      ),
      ...drawn.map(noiseRow),
    ]
    const x = axis({
      field: 'share',
      title: 'share of cells faster than linear',
      domain: [-0.02, 1.02],
      ticks: [0, 0.25, 0.5, 0.75, 1],
      format: '.0%',
    })
    const names = Object.fromEntries(rows.map(({ row }) => [String(row), String(row)]))
    const y = categoryAxis({ field: 'row', title: null, names })
    const by = series({ field: 'kind', names: kinds, legend: true })
    return panel({
      width: theme.width - 180,
      height: 15 * rows.length,
      rows,
      layers: [
        referenceLine({ across: 'x', position: x, at: 0.5 }),
        intervalRule({ x, y, lo: 'outer_low', hi: 'outer_high', by, along: 'x', weight: 'outer' }),
        intervalRule({ x, y, lo: 'low', hi: 'high', by, along: 'x', weight: 'inner' }),
        points({ x, y, by }),
      ],
    })
  },
  caption: ({ tables, measures }) => {
    const measure = measures['superlinear-cells']
    const ends = (level: 'i90' | 'i995') => measure?.[level]?.map(percentText).join(' to ') ?? 'unknown'
    const found = `${percentText(measure?.value)} (90 %: ${ends('i90')}; 99.5 %: ${ends('i995')})`
    const noise = (truth: string) =>
      percentText(
        tables.shares?.find((row) => row.data === judgedCells && row.event === 'above-linear' && row.truth === truth)
          ?.by_noise,
      )
    return {
      text: `Cells of LLM Teams with several agents, a parallel share of 0.9 and work assigned in advance, in which n agents are more than n times as fast as one. Judged: ${found}, against one half (dashed), above which the claim begins. Thick and thin rules: 90 % and 99.5 % intervals; judged limits are the farthest of clustering by pair, model and suite and of the noise of the runs, all drawn below it, and never nearer than half a cell. If speed-up were exactly linear, noise would put ${noise('linear')} of these cells above linear, if Amdahl’s law held ${noise('amdahl')}, without any speed-up ${noise('one')} (90 % of draws).`,
      alt: `Forest plot of shares of cells faster than linear: judged ${found}; the claim begins at 50 %.`,
      n: `${measure?.n ?? 0} cells of suite, model and number of agents`,
      interval: 'delete-one jackknife, t, one-sided; draws of run noise',
      level: '90 % and 99.5 %',
      resampled: `${clustersResampled}, and runs of a cell`,
    }
  },
}

function rowOf(row: string, kind: keyof typeof kinds, { value, i90, i995 }: Estimate): Row {
  return {
    row,
    kind,
    share: value,
    low: i90?.[0] ?? null,
    high: i90?.[1] ?? null,
    outer_low: i995?.[0] ?? null,
    outer_high: i995?.[1] ?? null,
  }
}

function noiseRow({ truth, by_noise, by_noise_low, by_noise_high }: Row): Row {
  const row = nullNames[truth as keyof typeof nullNames]
  const [low, high] = [by_noise_low!, by_noise_high!]
  return { row, kind: 'noise', share: by_noise!, low, high, outer_low: null, outer_high: null }
}
