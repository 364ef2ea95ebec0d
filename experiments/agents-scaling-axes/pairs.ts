import type { AgentRow } from '@lawbook/agent-runs'

type Rows = readonly AgentRow[]

/** Each arm with two agents as a curve that starts from the arm with one. */
export function againstOne(rows: Rows): AgentRow[] {
  const alone = rows.filter(({ x }) => x === 1)
  return rows
    .filter(({ x }) => x === 2)
    .flatMap((pair) => [...alone.map((one) => ({ ...one, setting: pair.setting })), pair])
}

/** Each architecture of a team as a curve that starts from the single agent (SAS). */
export function architectures(rows: Rows): AgentRow[] {
  const alone = rows.filter(({ agent }) => agent === 'SAS')
  return rows
    .filter(({ agent }) => agent !== 'SAS')
    .flatMap((team) => [...alone.map((one) => ({ ...one, agent: team.agent })), team])
    .map((row) => ({ ...row, setting: row.agent, agent: null }))
}

/** One agent against the team on the same input, a curve for each input and level. */
export function onSameInput(rows: Rows): AgentRow[] {
  return rows
    .filter(({ agent }) => agent === 'single agent')
    .flatMap((alone) => {
      const team = rows.find(
        ({ note, setting, x }) => note === 'table with the single agent' && setting === alone.setting && x === alone.x,
      )
      if (team === undefined) return []
      const setting = `${alone.setting}, input of ${alone.x}`
      return [
        { ...alone, agent: null, setting, x: 1 },
        { ...team, agent: null, setting },
      ]
    })
}

const efforts = [null, 'low', 'medium', 'high']

/** The lowest (1) and the highest (2) effort of one model under one scaffold, where there are two. */
export function effortPairs(rows: Rows): AgentRow[] {
  const groups = new Map<string, AgentRow[]>()
  for (const row of rows) {
    const key = `${row.benchmark}/${row.agent}/${row.model}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => {
      const ordered = group.toSorted((a, b) => efforts.indexOf(a.setting) - efforts.indexOf(b.setting))
      return [ordered[0]!, ordered.at(-1)!].map((row, k) => ({ ...row, setting: null, x: k + 1 }))
    })
}

/** Shares solved by the agent alone (1) and with sub-agents (2), from the counts of tasks that either or both solved. */
export function subagentPairs(rows: Rows): AgentRow[] {
  return rows
    .filter(({ metric }) => metric === 'both_solved')
    .flatMap((both) => {
      const only = (metric: string): number =>
        rows.find((row) => row.metric === metric && row.model === both.model && row.benchmark === both.benchmark)!.y!
      return ['only_single', 'only_subagents'].map((metric, k) => ({
        ...both,
        metric: 'success',
        x: k + 1,
        y: (both.y! + only(metric)) / both.n!,
      }))
    })
}
