import { type AgentRow, pick } from '@lawbook/agent-runs'
import { labelOf, listedFor } from './agent.ts'
import type { Reading } from './reading.ts'

/** E_c of arXiv 2512.08296: success over the turns of a run relative to the single agent's, one architecture a row. */
export function perTurnReading(rows: readonly AgentRow[]): Reading {
  const success = new Map(
    pick(rows, { source: 'kim-2025', benchmark: null, metric: 'success' }).map((row) => [labelOf(row), row.y!]),
  )
  return {
    id: 'success-per-turn',
    kind: 'success-per-turn',
    name: 'five architectures',
    title: 'success per relative turns (E_c), five architectures',
    method:
      'E_c as printed by arXiv 2512.08296: success / (turns / turns of the single agent); median over architectures, which were picked by hand: no interval',
    agents: pick(rows, { source: 'kim-2025', benchmark: null, metric: 'efficiency' }).map((row) => ({
      label: row.agent!,
      model: row.agent!,
      success: listedFor(success, row),
      value: row.y!,
      own: null,
    })),
    handPicked: true,
    variants: [],
    missing: null,
    alone: null,
    runs: null,
  }
}
