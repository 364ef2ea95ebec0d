import {
  above,
  beside,
  contextLines,
  type Panel,
  panel,
  panelLetter,
  points,
  series,
  type Theme,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { resourceAxis, shareAxis, sweepPanel } from './panels.ts'
import { sweepRows } from './words.ts'

/** Attempts that are drawn, of sources that print more than can be told apart. */
const drawnAttempts: Readonly<Record<string, readonly number[]>> = {
  'swe-gym': [1, 2, 4, 8, 16],
  'swe-gym-coverage': [1, 2, 4, 8, 16],
  monkeys: [1, 2, 5, 10, 20, 50, 100, 250],
}

const isDrawn = ({ sweep, x }: Row): boolean => drawnAttempts[String(sweep)]?.includes(Number(x)) ?? true

const names = {
  'EdgeBench, hours': 'EdgeBench',
  'SWE-Gym, verifier': 'SWE-Gym',
  'R2E-Gym, verifiers': 'R2E-Gym',
  'General AgentBench, self-choice': 'self-choice',
  'General AgentBench, GPT-5 picks': 'GPT-5 picks',
  'General AgentBench, tokens': 'tokens',
}

const domain = [0, 0.75] as const

/** Hours, attempts with a verifier, attempts with a choice of the model's own, tokens. */
export function computePanels(curves: readonly Row[], theme: Theme): Panel {
  const by = series({ field: 'label', names, legend: true })
  const size = { width: theme.width / 2 - 34, height: 125 }
  const rows = curves.filter(isDrawn)
  const hours = sweepRows(rows, 'edgebench')
  const attempts = rows.filter(({ sweep }) =>
    ['swe-gym', 'r2e-gym', 'swe-gym-coverage', 'monkeys'].includes(String(sweep)),
  )
  const verified = attempts.filter(
    ({ sweep, curve }) => sweep === 'swe-gym' || (sweep === 'r2e-gym' && curve === 'mean'),
  )
  const parallel = rows.filter(({ sweep }) => sweep === 'gab-parallel' || sweep === 'gab-parallel-gpt5')
  const isMean = ({ curve }: Row): boolean => curve === 'mean'
  const first = sweepPanel({
    rows: hours.filter(isMean),
    behind: hours.filter((row) => !isMean(row)),
    x: resourceAxis(hours, 'hours', [2, 4, 6, 8, 10, 12]),
    y: shareAxis('score', domain),
    by,
    size,
    title: `${panelLetter(0)} time`,
  })
  const second = sweepPanel({
    rows: verified.map(apart),
    behind: attempts
      .filter((row) => !verified.includes(row))
      .map((row) => ({ ...row, curve: `${row.sweep} ${row.curve}` })),
    x: resourceAxis(attempts, 'attempts'),
    y: shareAxis('success', domain),
    by,
    size,
    title: `${panelLetter(1)} attempts, a verifier picks`,
  })
  const third = sweepPanel({
    rows: parallel.filter(isMean).map(apart),
    behind: parallel.filter(({ sweep, curve }) => sweep === 'gab-parallel' && curve !== 'mean'),
    x: resourceAxis(parallel, 'attempts', [1, 2, 3, 4]),
    y: shareAxis('success or score', domain),
    by,
    size,
    title: `${panelLetter(2)} attempts, a model picks`,
  })
  return above(beside(first, second), beside(third, tokenPanel(sweepRows(rows, 'gab-tokens'), by, size)))
}

function tokenPanel(
  rows: readonly Row[],
  by: ReturnType<typeof series>,
  size: { width: number; height: number },
): Panel {
  const x = resourceAxis(rows, 'tokens of a run', [100_000, 1_000_000, 10_000_000], 'power')
  const y = shareAxis('success or score', domain)
  return panel({
    ...size,
    rows,
    title: `${panelLetter(3)} an agent is made to go on`,
    layers: [contextLines({ x, y, group: 'curve', rows }), points({ x, y, by })],
  })
}

/** The second of two series a little to the side, so that no marker hides another. */
function apart(row: Row): Row {
  const second = row.sweep === 'r2e-gym' || row.sweep === 'gab-parallel-gpt5'
  return second ? { ...row, x: Number(row.x) * Math.exp(0.06) } : row
}
