import type { Row } from '@lawbook/schemas'

/**
 * One published figure. What does not apply is null, and a y of null is one that is missing, with the reason in `note`.
 *
 * `x` is where on the axis the figure stands (in `unit`), `y` the figure (shares are in [0, 1], money in US dollars,
 * times in seconds), `n` how many tasks or runs are behind it, `sd` the standard deviation between them (the standard
 * error is sd / sqrt(n); null for shares, whose spread follows from y and n).
 *
 * `task` is one task, or a group of tasks with the same figure at every x of the series: then n is how many tasks the
 * group has. Drawing groups with multiplicity is a bootstrap over tasks.
 */
export type AgentRow = {
  readonly source: string
  readonly benchmark: string | null
  /** What else was held fixed: the assignment, the effort, the retriever, the share of parallel work. */
  readonly setting: string | null
  /** The scaffold or the team around the model. */
  readonly agent: string | null
  readonly model: string | null
  readonly task: string | null
  readonly axis: string | null
  readonly x: number | null
  readonly unit: string | null
  readonly metric: string
  readonly y: number | null
  readonly n: number | null
  readonly sd: number | null
  readonly note: string | null
}

/** How a figure was read: `secondary` can illustrate and never decides a verdict. */
export type Depth = 'primary' | 'derived' | 'transcribed' | 'digitised' | 'secondary'

/** Where figures come from. */
export type AgentSource = {
  readonly id: string
  readonly title: string
  readonly url: string
  /** The paper behind the figures, where there is one. */
  readonly paper: string | null
  /** The commit, version or date that was read. */
  readonly version: string
  readonly depth: Depth
  readonly licence: string
  readonly note: string | null
}

export const columns = [
  'benchmark',
  'setting',
  'agent',
  'model',
  'task',
  'axis',
  'x',
  'unit',
  'metric',
  'y',
  'n',
  'sd',
  'note',
] as const satisfies readonly (keyof AgentRow)[]

/** The rows of an evidence table as figures again: what `run` reads where `observe` wrote agent rows. */
export function agentRows(rows: readonly Row[]): AgentRow[] {
  return rows as unknown as AgentRow[]
}
