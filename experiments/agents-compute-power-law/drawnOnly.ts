import { type AgentRow, pick } from '@lawbook/agent-runs'
import type { Row } from '@lawbook/schemas'

/** Success by step and cost limit of mini-SWE-agent: truncations of finished runs, drawn and never judged. */
export function truncationRows(rows: readonly AgentRow[]): Row[] {
  return pick(rows, { source: 'mini-swe-agent', axis: ['steps', 'spend'], metric: 'success' }).map(
    ({ source, model, axis, x, y, n }): Row => ({ source, model, axis, x, success: y, n }),
  )
}

const sections = [
  { source: 'hal', benchmark: 'gaia', metric: 'success', title: 'HAL, GAIA' },
  { source: 'hal', benchmark: 'swebench-verified-mini', metric: 'success', title: 'HAL, SWE-bench mini' },
  { source: 'openhands', benchmark: 'gaia', metric: 'success', title: 'OpenHands, GAIA' },
  { source: 'openhands', benchmark: 'swe-bench', metric: 'success', title: 'OpenHands, SWE-bench' },
  { source: 'mini-swe-agent', benchmark: 'SWE-bench Verified', metric: 'success', title: 'mini-SWE-agent, SWE-bench' },
] as const

/** Success and mean cost of different agents on one benchmark: cross-sections, drawn and never judged. */
export function crossSectionRows(rows: readonly AgentRow[]): Row[] {
  return sections.flatMap(({ title, ...wanted }) => {
    const costs = pick(rows, { ...wanted, metric: 'cost', axis: null })
    return pick(rows, { ...wanted, axis: null }).flatMap((row): Row[] => {
      const cost = costs.find(
        ({ agent, model, setting }) => agent === row.agent && model === row.model && setting === row.setting,
      )
      return [
        {
          section: title,
          source: row.source,
          agent: row.agent,
          model: row.model,
          setting: row.setting,
          success: row.y,
          cost: cost?.y ?? null,
        },
      ]
    })
  })
}
