import {
  axis,
  band,
  type Figure,
  fixed,
  intervalRule,
  line,
  logAxis,
  panel,
  points,
  region,
  series,
} from '@lawbook/figures'
import { digits, numberOf, paper } from './compared.ts'

export const turnLawFigure: Figure = {
  id: 'turn-law',
  title: 'The turn law, the means, and the range for six agents',
  width: 'full',
  tables: ['law', 'turns'],
  spec: ({ tables, theme, claims }) => {
    const by = series({
      field: 'kind',
      names: {
        law: 'printed law',
        mean: 'means of Table 5, ± 1 SD',
        range: 'printed for six agents',
        centralized: 'the same, centralized',
      },
      legend: true,
    })
    const x = axis({ field: 'agents', title: 'agents n', domain: [0.8, 7], ticks: [1, 2, 3, 4, 5, 6, 7] })
    const y = logAxis({ field: 'turns', title: 'turns', domain: [4, 150], ticks: [5, 10, 20, 50, 100] })
    const law = tables.law!.map((row) => ({ ...row, kind: 'law' }))
    const means = tables.turns!.map((row) => ({ ...row, kind: 'mean' }))
    const ends = {
      range: (claims[`${paper}/turn-law-at-six`]!.number as [string, string]).map(Number),
      centralized: [numberOf('law-turns-centralized-low'), numberOf('law-turns-centralized-high')],
    }
    const ranges = Object.entries(ends).flatMap(([kind, [lo, hi]]) =>
      [lo!, hi!].map((turns) => ({ kind, agents: numberOf('law-size'), turns, lo: lo!, hi: hi! })),
    )
    const largest = Math.max(...tables.turns!.map((row) => Number(row.agents)))
    return panel({
      width: theme.width,
      height: theme.fontSize * 17,
      layers: [
        region({ x, from: largest + 0.5, to: 7, label: 'beyond the table' }),
        band({ rows: law, x, y, lo: 'lo', hi: 'hi', by }),
        line({ rows: law, x, y, by }),
        ...[means, ranges].flatMap((rows) => [
          intervalRule({ rows, x, y, lo: 'lo', hi: 'hi', by, along: 'y', weight: 'inner' }),
          points({ rows, x, y, by }),
        ]),
      ],
    })
  },
  caption: ({ measures }) => {
    const six = measures['turn-law-at-six']!
    const [fit, ceiling, best] = ['turn-law-r2', 'turn-law-ceiling', 'turn-law-best'].map((id) => measures[id]!)
    const other = (measure: typeof fit, k = 0) => fixed(measure!.alternatives![k]!.value, 2)
    return {
      text: `The printed law ${digits('law-scale')} (n + ${digits('law-shift')})^${digits('law-exponent')}, shaded over its printed exponent interval, gives ${fixed(six.value, 1)} turns for six agents; the text says ${digits('law-turns-low')} to ${digits('law-turns-high')}, and ${digits('law-turns-centralized-low')} to ${digits('law-turns-centralized-high')} for centralized teams. R² of ${digits('law-r2')} is printed; on the five means the law has ${fixed(fit!.value, 2)}, where no function of n can have more than ${fixed(ceiling!.value, 2)} (${other(fit)} and ${other(ceiling)} if orchestrators are not counted). With one mean for each n (1, 3, 4) the law has ${other(fit, 1)}, and the best a (n + ${digits('law-shift')})^b ${fixed(best!.value, 2)}. The means are drawn with the orchestrator as an agent. The text speaks of a fit across architecture-aggregated means and does not give them or their n, so R² is not judged.`,
      alt: `A rising curve over agents on a logarithmic axis of turns, five means at 1, 3, 3, 4 and 4 agents that scatter around it, and at six agents bars from ${digits('law-turns-low')} to ${digits('law-turns-high')}, far below the curve at ${fixed(six.value, 1)}, and from ${digits('law-turns-centralized-low')} to ${digits('law-turns-centralized-high')}, above it.`,
      n: 'one printed law and five printed means',
      interval: 'law: the printed 95 % interval of its exponent; means: one standard deviation',
      level: '95 %; none',
      resampled: 'nothing',
    }
  },
}
