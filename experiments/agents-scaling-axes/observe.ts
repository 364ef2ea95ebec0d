import { type AgentRow, type AgentSource, type agentRuns, pick, sourceRows } from '@lawbook/agent-runs'
import { fail } from '@lawbook/base'
import type { Evidence, ObserveContext } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { sweeps } from './axes.ts'
import { ledgersOf } from './books.ts'
import type { AxesChoices } from './choices.ts'
import { evidenceOf } from './evidence.ts'
import { seriesOf } from './read.ts'
import { rowsOf } from './sources.ts'

type Data = { readonly runs: typeof agentRuns }
type Context = ObserveContext<Data, AxesChoices>

/** Read in secondary form: drawn with a mark, never judged. */
const secondary = ['cited-not-verified']

/** The published sweeps of each axis as curves, and what is only drawn beside them. */
export async function observe({ data }: Context): Promise<Evidence> {
  const { rows, sources } = data.runs
  const read = sweeps.filter(({ id }) => id in rowsOf)
  const swept = read.map(({ id }) => rowsOf[id]!(rows))
  swept.flat().forEach(firstHand(sources))
  const series = read.flatMap(({ id, pool }, i) => seriesOf(id, swept[i]!, pool === 'matched'))
  const report = pick(rows, { source: 'cooperbench-report', metric: 'success' })
  const arms = pick(rows, { source: 'kimi-k2.5', benchmark: 'BrowseComp', metric: 'success' })
  const calls = pick(rows, { source: 'browsecomp-plus', metric: 'success' })
  const silo = pick(rows, { source: 'silo-bench', metric: 'success', agent: 'team', setting: 'all' })
  const tokens = pick(rows, { source: 'general-agentbench', setting: 'sequential', metric: 'tokens' })
  const beside = rows.filter(({ source }) => secondary.includes(source))
  const used = tokens.map(({ benchmark, model, x, y }) => ({ benchmark, model, x, tokens: y }))
  return {
    tables: {
      ...evidenceOf(series),
      calls: calls.map(({ model, setting, x, y, n }) => ({ model, retriever: setting, x, y, n })),
      silo: silo.map(({ model, x, y }) => ({ model, x, y })),
      tokens: used,
      secondary: beside.map(besideRow),
      sources: sourceRows(sources, [...swept.flat(), ...arms, ...calls, ...silo, ...tokens, ...beside]),
    },
    attrition: ledgersOf({ series, arms, calls, report, tokens: used }),
    decisions: 0,
  }
}

/** A sweep of a source that was read in secondary form never enters. */
function firstHand(sources: readonly AgentSource[]): (row: AgentRow) => void {
  const indirect = new Set(sources.filter(({ depth }) => depth === 'secondary').map(({ id }) => id))
  return ({ source }) => {
    if (indirect.has(source))
      fail('LB_DOMAIN', `${source} was read in secondary form, which decides nothing; leave its rows out of the sweeps`)
  }
}

function besideRow({ source, benchmark, setting, model, axis, x, y, note }: AgentRow): Row {
  return { source, benchmark, setting, model, axis, x, y, note }
}
