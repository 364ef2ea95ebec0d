import type { Row } from '@lawbook/schemas'

/** Benchmarks as readers know them. */
export const benchmarkNames: Readonly<Record<string, string>> = {
  tau2bench: 'tau2-bench',
  mathhay: 'MathHay',
  search: 'search',
  swebench: 'SWE-bench',
  mcpbench: 'MCP-bench',
  terminalbench: 'Terminal-Bench',
  assistantbench: 'AssistantBench',
  'corebench-hard': 'CORE-Bench Hard',
  gaia: 'GAIA',
  'online-mind2web': 'Online Mind2Web',
  scicode: 'SciCode',
  scienceagentbench: 'ScienceAgentBench',
  'swebench-verified-mini': 'SWE-bench mini',
  'taubench-airline': 'tau-bench airline',
  usaco: 'USACO',
  'swe-bench': 'SWE-bench',
  commit0: 'Commit0',
}

/** The name of a model without the date behind it. */
export const shortModel = (model: string): string => model.replace(/ \([A-Z][a-z]+ \d{4}\)$/, '')

/** The smallest and the largest of a column, without missing cells. */
export function reach(rows: readonly Row[], ...columns: readonly string[]): readonly [number, number] {
  const values = rows.flatMap((row) => columns.map((column) => row[column])).filter((cell) => typeof cell === 'number')
  return [Math.min(...values), Math.max(...values)]
}

/** Each different text of a column, in the order of the rows. */
export const namesIn = (rows: readonly Row[], column: string): string[] => [
  ...new Set(rows.map((row) => String(row[column]))),
]
