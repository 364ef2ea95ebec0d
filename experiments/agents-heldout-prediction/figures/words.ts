import { fixed } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'

/** The claims whose line is drawn, and the one whose number is printed. */
export const claimIds = {
  change: 'agent-summary/heldout-change-from-resources',
  level: 'agent-summary/heldout-level-from-resources',
  benchmark: 'agent-summary/heldout-benchmark-from-resources',
  printed: 'kim-2025/cross-validated-r2',
} as const

/** How many units (tasks, benchmarks) of some data were held out, from the table `r2`. */
export function unitsOf(rows: readonly Row[], data: string): number {
  return Number(rows.find((row) => row.data === data)?.units)
}

/** Rows of the forest plots, by data, rows and predictor; and measures that no law stands behind. */
export const rowNames: Readonly<Record<string, string>> = {
  'all resources': 'time budget alone',
  'all any-form': 'time budget, any form',
  'all logistic': 'time budget, logistic',
  'all models': 'time budget, a line a model',
  'all capability': 'time budget + capability',
  'later resources': 'later budgets: time alone',
  'later early': 'later budgets: + first score',
  'first-score-unchanged': 'later: first score as it is',
  'first-score-and-mean-gain': 'later: that + mean gain',
  'change-in-random-order': 'steps in random order',
}

export const crossNames: Readonly<Record<string, string>> = {
  'hal resources': 'HAL: dollars alone',
  'hal capability': 'HAL: + capability',
  'openhands resources': 'OpenHands: dollars alone',
  'openhands capability': 'OpenHands: + capability',
}

export const benchmarkNames: Readonly<Record<string, string>> = {
  assistantbench: 'AssistantBench',
  'corebench-hard': 'CORE-Bench Hard',
  gaia: 'GAIA',
  'online-mind2web': 'Online Mind2Web',
  scicode: 'SciCode',
  scienceagentbench: 'ScienceAgentBench',
  'swebench-verified-mini': 'SWE-bench Verified Mini',
  'taubench-airline': 'TAU-bench Airline',
  usaco: 'USACO',
}

/** '0.44 (0.40 to 0.48)' of one row of the table `r2`. */
export function r2Text(rows: readonly Row[], wanted: Readonly<Record<string, string>>): string {
  const row = rows.find((one) => Object.entries(wanted).every(([column, value]) => one[column] === value))
  return `${fixed(row?.r2, 2)} (${fixed(row?.lo90, 2)} to ${fixed(row?.hi90, 2)})`
}

/** 'molecular_self_assembly' as words. */
export function taskName(task: unknown): string {
  return String(task).replaceAll('_', ' ')
}

/** Places of a column in the order of their first row. */
export function distinct(rows: readonly Row[], column: string): string[] {
  return [...new Set(rows.map((row) => String(row[column])))]
}
