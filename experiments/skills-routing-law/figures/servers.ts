import {
  axis,
  band,
  contextLines,
  type Figure,
  fixed,
  groupDigits,
  line,
  listNames,
  localRouters,
  logAxis,
  panel,
  points,
  series,
} from '@lawbook/figures'
import { choices } from '../choices.ts'
import { judgedRequests, judgedRows, labels, pick, skillsIn } from './shared.ts'

const fillings = { skills: 'skills', servers: 'MCP servers', both: 'all skills, then servers' }
const of = choices.wording
/** Drawn for one router, so that three curves can be told apart: the first of the registry. */
const drawn = 'bm25'
/** Where the curves carry a mark. */
const marked = [2, 10, 50, 200, 1000, 1500, 2000, 3000, 3400]

/** Three ways to fill a library, beyond the skills that there are. */
export const beyondTheLibrary: Figure = {
  id: 'beyond-the-library',
  title: 'Libraries filled with skills, with MCP servers, and with both',
  width: 'column',
  tables: ['filled'],
  spec: ({ tables, theme }) => {
    const rows = tables.filled!.filter(({ wording, router }) => wording === of && router === drawn)
    const by = series({ field: 'filling', names: fillings, legend: true })
    const x = logAxis({ field: 'size', title: 'library size N', domain: [2, 3400], ticks: [2, 10, 100, 1000] })
    const y = axis({ field: 'right', title: 'accuracy of BM25', domain: [0, 1], format: '.0%' })
    const shown = pick(rows, 'filling', 'size', 'right', 'low', 'high')
    const marks = shown.filter(({ size }) => marked.includes(Number(size)))
    return panel({
      width: theme.width,
      height: 150,
      rows: shown,
      layers: [band({ x, y, lo: 'low', hi: 'high', by }), line({ x, y, by }), points({ x, y, by, rows: marks })],
    })
  },
  caption: ({ tables, measures }) => {
    const rows = tables.filled!.filter(({ wording, router }) => wording === of && router === drawn)
    const at = (filling: string, size: number): string =>
      fixed(100 * Number(rows.find((row) => row.filling === filling && row.size === size)?.right), 1)
    const largest = Math.max(...rows.map(({ size }) => Number(size)))
    return {
      text: `Accuracy of BM25, fitted to skills and MCP servers together, in libraries filled with random skills, with random servers (the right skill and N − 1 servers), and beyond the ${skillsIn(measures)} with servers on top; ${of} requests. At 500 entries: ${at('skills', 500)} % among skills, ${at('servers', 500)} % among servers; at ${groupDigits(largest)} ${at('both', largest)} %. A server is an easier competitor than a skill, so N beyond the library is not N of the same kind. ${localRouters}`,
      alt: `Three accuracy curves of BM25 against library size up to ${groupDigits(largest)} on a logarithmic axis.`,
      n: judgedRequests(measures),
      interval: 'bands: delete-one-package jackknife, t with G_eff − 1 degrees of freedom',
      level: '90 %',
      resampled: 'packages of the right skills',
    }
  },
}

/** The same harm, counted in skills and in servers. */
export const serversForSkills: Figure = {
  id: 'servers-for-skills',
  title: 'How many servers do the harm of a number of skills',
  width: 'full',
  tables: ['exchange'],
  spec: ({ tables, theme }) => {
    const rows = judgedRows(tables.exchange!).filter(({ wording }) => wording === of)
    const by = series({ field: 'router', names: labels(rows), legend: true })
    const x = logAxis({ field: 'competitors', title: 'skills competing', domain: [9, 1000], ticks: [10, 100, 1000] })
    const y = logAxis({ field: 'servers', title: 'servers, same harm', domain: [9, 2300], ticks: [10, 100, 1000] })
    const known = pick(
      rows.filter(({ servers }) => servers !== null),
      'router',
      'competitors',
      'servers',
    )
    const diagonal = [9, 1000].map((size) => ({ diagonal: 'one for one', competitors: size, servers: size }))
    return panel({
      width: theme.width,
      height: 170,
      layers: [
        contextLines({ x, y, group: 'diagonal', rows: diagonal }),
        line({ x, y, by, rows: known }),
        points({ x, y, by, rows: known }),
      ],
    })
  },
  caption: ({ tables, measures }) => {
    const rows = judgedRows(tables.exchange!).filter(({ wording, competitors }) => wording === of && competitors === 99)
    return {
      text: `How many MCP servers lower accuracy as far as a number of random skills, by judged fast local router; grey: one for one. For 99 skills: ${listNames(rows.map(({ short, servers }) => `${short} ${fixed(servers, 0)}`))}. Where a line ends, all servers there are do less harm; ${of} requests. ${localRouters}`,
      alt: `Lines above the diagonal on two logarithmic axes for ${rows.length} routers: it takes several servers to do the harm of one skill.`,
      n: judgedRequests(measures),
      interval: 'none drawn',
      level: 'none',
      resampled: 'nothing',
    }
  },
}
