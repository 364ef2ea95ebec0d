import type { AgentRow, AgentSource } from './row.ts'

/** A figure of which only some columns are given; the others do not apply. */
export function figure(cells: Partial<AgentRow> & Pick<AgentRow, 'source' | 'metric' | 'y'>): AgentRow {
  return {
    benchmark: null,
    setting: null,
    agent: null,
    model: null,
    task: null,
    axis: null,
    x: null,
    unit: null,
    n: null,
    sd: null,
    note: null,
    ...cells,
  }
}

/** The sources of planted figures, each once. */
export function plantedSources(rows: readonly AgentRow[]): AgentSource[] {
  return [...new Set(rows.map(({ source }) => source))].map((id) => ({
    id,
    title: id,
    url: 'https://example.org',
    paper: null,
    version: 'planted',
    depth: 'derived',
    licence: 'none',
    note: null,
  }))
}
