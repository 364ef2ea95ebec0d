import { axis, band, type Figure, line, logAxis, panel, percentText, points, series } from '@lawbook/figures'
import { benchmarkNames, namesIn } from './words.ts'

/** What at least one of several different models solves. */
export const unionOfModels: Figure = {
  id: 'union-of-models',
  title: 'Tasks that at least one of several models solves',
  width: 'column',
  tables: ['union'],
  spec: ({ tables, theme }) => {
    const rows = tables.union!
    const by = series({
      field: 'benchmark',
      names: Object.fromEntries(namesIn(rows, 'benchmark').map((name) => [name, benchmarkNames[name] ?? name])),
      legend: true,
    })
    const x = logAxis({ field: 'k', title: 'models that try', domain: [1, 34], ticks: [1, 2, 4, 8, 16, 34] })
    const y = axis({ field: 'covered', title: 'tasks solved by at least one', domain: [0, 1], format: '.0%' })
    return panel({
      width: theme.width - 40,
      height: 130,
      rows,
      layers: [band({ x, y, lo: 'covered_lo', hi: 'covered_hi', by }), line({ x, y, by }), points({ x, y, by })],
    })
  },
  caption: ({ tables }) => {
    const rows = tables.union!
    const names = namesIn(rows, 'benchmark')
    const ends = names.map((name) => {
      const own = rows.filter(({ benchmark }) => benchmark === name)
      return `${benchmarkNames[name]} ${percentText(own[0]!.covered)} to ${percentText(own.at(-1)!.covered)}`
    })
    return {
      text: `OpenHands with different models on the same tasks: the share that at least one of k models solves, exact over all choices of k from those that tried. ${ends.join(', ')}. A union cannot fall, and nobody has picked the right answer yet.`,
      alt: `Rising curves that flatten: ${ends.join(', ')}.`,
      n: names
        .map((name) => `${rows.find(({ benchmark }) => benchmark === name)?.tasks} tasks of ${benchmarkNames[name]}`)
        .join(', '),
      interval: 'Student over tasks; models held fixed',
      level: '90 %',
      resampled: 'tasks',
    }
  },
}
