import {
  above,
  axis,
  categoryAxis,
  type Figure,
  fixed,
  listNames,
  type Panel,
  panel,
  percentText,
  points,
  region,
  series,
  unlabelled,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { agentsIn, apart, bandOf, forest, signTest, small } from './shared.ts'

const kinds = {
  completion: '(a) share of tasks completed',
  'useful-share': '(b) share of spend that ended in a solved task',
  'success-per-turn': '(c) success per relative turns, arXiv 2512.08296',
  'keeps-working': '(d) solved four times of four / solved once',
}

export const readingsAgainstBand: Figure = {
  id: 'readings-against-band',
  title: 'What “efficiency” could mean, and where it lies',
  width: 'full',
  tables: ['readings', 'agents'],
  spec: ({ tables, theme, claims }) => {
    const by = series({
      field: 'who',
      names: { all: 'median of all agents', best: 'median of the best quarter', agent: 'one agent' },
      legend: true,
    })
    const [from, to] = bandOf(claims)
    const x = axis({ field: 'value', title: 'the reading', domain: [0, 1], format: '.0%' })
    return above(...Object.entries(kinds).map(([kind, title], i) => facet(kind, title, i === 3)))

    function facet(kind: string, title: string, last: boolean): Panel {
      const medians = tables.readings!.filter((row) => row.kind === kind)
      const names = Object.fromEntries(medians.map(({ reading, name }) => [reading, String(name)]))
      const y = categoryAxis({ field: 'reading', title: null, names })
      const own = last ? x : unlabelled(x)
      // Where there is one agent only, its own interval is drawn and no median.
      const alone = new Set(medians.filter((row) => row.agents === 1).map(({ reading }) => reading))
      const single = tables
        .agents!.filter((row) => row.kind === kind && !alone.has(row.reading!))
        .map((row) => ({ ...row, who: 'agent' }))
      const drawn = medians.map((row) => ({ ...withEnds(row), who: alone.has(row.reading!) ? 'agent' : row.who! }))
      return panel({
        title,
        width: theme.width,
        height: theme.fontSize * 3 * Object.keys(names).length,
        layers: [
          region({ x: own, from, to, label: '' }),
          apart(small(points({ rows: single, x: own, y, by }), 9, 0.45), by),
          ...forest(drawn, own, y, by).map((layer) => apart(layer, by)),
        ],
      })
    }
  },
  caption: ({ tables, measures, claims }) => {
    const all = tables.readings!.filter(({ who }) => who === 'all')
    const named = (standing: string, by: 'standing' | 'standing_by_maker' = 'standing') => {
      const own = all.filter((row) => row[by] === standing).map(({ name, kind }) => `${name} (${letter(kind)})`)
      return own.length === 0 ? 'none' : listNames(own)
    }
    const tau2 = measures['keeps-working-tau2']?.alternatives?.filter(({ choice }) => choice === 'domain') ?? []
    const [lo, hi] = bandOf(claims).map(percentText)
    return {
      text: `Quantities between 0 and 100 % that “efficiency” could mean. Grey: the claimed ${lo} to ${hi}, for which no quantity is named. Inside by the 90 % interval: ${named('inside')}; outside by the 99.5 % interval with models as independent: ${named('outside')}, with makers of models as independent: ${named('outside', 'standing_by_maker')}; the others are open. (c) are five architectures picked by hand, without an interval; tau-bench airline is one agent with Student’s interval over its tasks. The readings are ours and share agents, so that how many touch the band is no evidence. Success also chooses the best quarter, which flatters it in (a). tau2-bench mixes domains, with medians of ${listNames(tau2.map(({ option, value }) => `${fixed(value, 0)} % (${option.replace('_', ' ')})`))}.`,
      alt: `Dot plot of ${all.length} readings, each with its agents, the median of all and the median of the best quarter. Medians of all run from ${percentText(Math.min(...all.map(({ value }) => Number(value))))} to ${percentText(Math.max(...all.map(({ value }) => Number(value))))}; agents spread over most of the axis.`,
      n: `${all.length} readings of ${agentsIn(tables.agents!)} agents, some of them in several`,
      ...signTest,
    }
  },
}

const withEnds = (row: Row): Row => ({ ...row, lo: row.lo90!, hi: row.hi90! })

const letter = (kind: Row[string] | undefined) =>
  Object.entries(kinds)
    .find(([key]) => key === kind)![1]
    .slice(1, 2)
