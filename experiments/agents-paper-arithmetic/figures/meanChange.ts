import {
  axis,
  categoryAxis,
  type Figure,
  fixed,
  intervalText,
  panel,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import type { Estimate, Measure } from '@lawbook/schemas'
import { benchmarks } from '../cells.ts'
import { digits, numberOf, short } from './compared.ts'
import { apart, arithmetic, forest, rowHeight, teamNames } from './forest.ts'

export const meanChange: Figure = {
  id: 'mean-change',
  title: 'The mean change of teams and the cells it is made of',
  width: 'full',
  tables: ['changes'],
  spec: ({ tables, theme, measures }) => {
    const by = series({ field: 'team', names: { ...teamNames, mean: 'mean' }, legend: true })
    const names = Object.fromEntries(Object.entries(benchmarks).map(([id, { name }]) => [id, name]))
    const y = categoryAxis({
      field: 'benchmark',
      title: null,
      names: {
        ...names,
        printed: 'mean and interval, printed',
        ratio: 'ratio of means, recomputed',
        changes: 'mean of changes, recomputed',
      },
    })
    const x = axis({
      field: 'change',
      title: 'change of success against the single agent, %',
      domain: [-85, 95],
      ticks: [-80, -40, 0, 40, 80],
    })
    const ratio = measures['mean-change']!
    const recomputed = { ratio, changes: meanOfChanges(ratio) }
    const means = [
      {
        benchmark: 'printed',
        team: 'mean',
        change: numberOf('mean-change'),
        lo: numberOf('mean-change-low'),
        hi: numberOf('mean-change-high'),
      },
      ...Object.entries(recomputed).map(([benchmark, { value, i90 }]) => ({
        benchmark,
        team: 'mean',
        change: value,
        lo: i90?.[0] ?? null,
        hi: i90?.[1] ?? null,
      })),
    ]
    return panel({
      width: theme.width,
      height: theme.fontSize * rowHeight * 13,
      layers: [
        referenceLine({ across: 'x', position: x, at: 0 }),
        apart(points({ rows: tables.changes!, x, y, by }), 'team', by),
        ...forest(means, x, y, by, 'outer'),
      ],
    })
  },
  caption: ({ tables, measures }) => {
    const mean = measures['mean-change']!
    const middle = measures['interval-middle']!
    const changes = meanOfChanges(mean)
    const least = mean.alternatives![1]!
    return {
      text: `The sixteen printed relative changes, and the mean and interval that are printed. Mean success of these cells relative to the single agent’s (ratio of means) is ${fixed(mean.value, 2)} % (${intervalText(mean, 2)}), near the printed ${digits('mean-change')} %; the changes themselves average ${fixed(changes.value, 2)} %. The printed interval has its middle at ${fixed(middle.value, 2)} % and is ${fixed(measures['interval-standard-errors']!.value, 2)} standard errors of sixteen cells wide on each side; the cells spread by ${fixed(measures['change-spread']!.value, 1)} %, printed ${digits('change-sd')} %. Hybrid teams on BrowseComp-Plus stand in the annotations of Figure 2 alone; with −100 % there the changes would average ${fixed(least.value, 2)} %.`,
      alt: `Dot plot of ${tables.changes!.length} relative changes on four benchmarks, from ${short(Math.min(...tables.changes!.map((row) => Number(row.change))))} % to ${short(Math.max(...tables.changes!.map((row) => Number(row.change))))} %. Below, the printed mean of ${digits('mean-change')} % sits left of the middle of its interval; the ratio of means is ${fixed(mean.value, 2)} %, the mean of changes ${fixed(changes.value, 2)} %.`,
      n: `${tables.changes!.length} printed changes, from ${mean.n} printed numbers for the ratio of means`,
      ...arithmetic,
    }
  },
}

/** The other average of the same cells. */
function meanOfChanges({ alternatives }: Measure): Estimate {
  return alternatives!.find(({ option }) => option.startsWith('mean of ratios'))!
}
