import {
  axis,
  categoryAxis,
  contextLines,
  type Figure,
  fixed,
  groupDigits,
  listNames,
  logAxis,
  panel,
  percentText,
  points,
  series,
  smallMultiples,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { agentsIn, apart, bandOf, forest, signTest } from './shared.ts'

export const solvedPerDollar: Figure = {
  id: 'solved-per-dollar',
  title: 'Solved tasks per dollar',
  width: 'full',
  tables: ['prices', 'spread'],
  spec: ({ tables, theme, claims }) => {
    const by = series({
      field: 'what',
      names: { agent: 'one agent', median: 'median, 90 %', band: 'a band as narrow as the claimed one' },
      legend: true,
    })
    const sets = tables.spread!
    const agents = tables.prices!.filter(({ value }) => Number(value) > 0)
    const values = agents.map(({ value }) => Number(value))
    const x = logAxis({
      field: 'value',
      title: 'solved tasks per US dollar',
      domain: [Math.min(...values) / 1.3, Math.max(...values) * 1.3],
      ticks: [0.01, 0.1, 1, 10],
    })
    const names = sets.map(({ set, name, factor }) => [set, `${name} (× ${fixed(factor, 0)})`])
    const y = categoryAxis({ field: 'set', title: null, names: Object.fromEntries(names) })
    const reach = Math.sqrt(widthOf(bandOf(claims)))
    const rows: Row[] = [
      ...agents.map((row) => ({ ...row, what: 'agent', lo: null, hi: null })),
      ...sets.map((row) => ({ ...row, what: 'median', lo: row.lo90!, hi: row.hi90! })),
      ...sets.map((row) => ({ ...row, what: 'band', lo: Number(row.value) / reach, hi: Number(row.value) * reach })),
    ]
    return panel({
      width: theme.width,
      height: theme.fontSize * 3.6 * sets.length,
      layers: forest(rows, x, y, by).map((layer) => apart(layer, by)),
    })
  },
  caption: ({ tables, measures, claims }) => {
    const sets = tables.spread!
    const factors = sets.map(({ factor }) => Number(factor))
    const spreads = sets.map(({ set }) => measures[`per-dollar-spread-${set}`]!)
    const limit = Math.sqrt(widthOf(bandOf(claims)))
    const clear = spreads.filter(({ i995 }) => i995 !== null && i995[0]! > limit).length
    const held = sets.map(({ in_band }) => Number(in_band))
    return {
      text: `Completion per unit of compute has a unit. In brackets: best over worst agent (those that solved something), ${fixed(Math.min(...factors), 0)} to ${groupDigits(Math.round(Math.max(...factors)))} times. A band as narrow as 40 to 60 %, wherever it is put, holds at most ${percentText(Math.min(...held))} to ${percentText(Math.max(...held))} of all agents of a set (not of its best). Such a band allows a geometric standard deviation of ${fixed(limit, 2)}; in ${clear} of ${sets.length} sets the 99.5 % interval over all agents lies above.`,
      alt: `Dot plot on a logarithmic axis of six sets of agents. Within each set agents differ by factors of ${listNames(factors.map((factor) => fixed(factor, 0)))}; the claimed band is far narrower.`,
      n: `${agentsIn(tables.prices!)} agents in ${sets.length} sets, some of them in several`,
      ...signTest,
    }
  },
}

export const successAgainstCost: Figure = {
  id: 'success-against-cost',
  title: 'Success against cost',
  width: 'full',
  tables: ['prices', 'spread', 'equal-efficiency'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'kind', names: { agents: 'one agent' } })
    const costs = tables.prices!.map(({ cost }) => Number(cost))
    const x = logAxis({
      field: 'cost',
      title: 'US dollars a task',
      domain: [Math.min(...costs) / 1.3, Math.max(...costs) * 1.3],
      ticks: [0.01, 0.1, 1, 10],
    })
    const y = axis({ field: 'success', title: 'share of tasks solved', domain: [0, 1], format: '.0%' })
    return smallMultiples({
      by: 'set',
      names: Object.fromEntries(tables.spread!.map(({ set, name }) => [set, String(name)])),
      columns: 3,
      width: theme.width,
      height: 95,
      tables: { lines: tables['equal-efficiency']!, agents: tables.prices! },
      layers: (only) => [
        only('lines', contextLines({ x, y, group: 'per_dollar' })),
        only('agents', points({ x, y, by })),
      ],
    })
  },
  caption: ({ tables }) => {
    const lines = [...new Set(tables['equal-efficiency']!.map(({ per_dollar }) => Number(per_dollar)))]
    const sorted = [...tables.spread!].sort((a, b) => Number(a.rank_correlation) - Number(b.rank_correlation))
    const [least, most] = [sorted[0]!, sorted.at(-1)!]
    const ends = `from ${fixed(least.rank_correlation, 2)} (${least.name}) to ${fixed(most.rank_correlation, 2)} (${most.name})`
    return {
      text: `Rank correlation of success and cost: ${ends}. Grey, from right to left: ${listNames(lines.map(String))} solved tasks per dollar. Agents differ in scaffold, model and effort at once: these are cross-sections, no budget sweeps.`,
      alt: `Six scatter plots of the share of tasks solved against dollars a task, on a logarithmic axis. Rank correlations run ${ends}; no panel follows one line of equal efficiency.`,
      n: `${agentsIn(tables.prices!)} agents in ${tables.spread!.length} sets, some of them in several`,
      interval: 'none drawn',
      level: 'none',
      resampled: 'nothing',
    }
  },
}

const widthOf = ([lo, hi]: readonly [number, number]) => hi / lo
