/** The figures that the readings are made of: which rows of which source, and what agents run there. */
export type AgentSet = {
  readonly id: string
  /** What readers see. */
  readonly name: string
  readonly source: 'hal' | 'openhands' | 'mini-swe-agent'
  readonly benchmark: string
  /** The metrics that hold the share of tasks solved and the dollars a task. */
  readonly solved: 'success' | 'solved'
  readonly cost: 'cost' | 'spend'
}

const hal = { source: 'hal', solved: 'success', cost: 'cost' } as const
const openHands = { source: 'openhands', solved: 'solved', cost: 'spend' } as const

export const sets: readonly AgentSet[] = [
  { id: 'gaia-hal', name: 'GAIA, HAL', benchmark: 'gaia', ...hal },
  { id: 'swebench-mini-hal', name: 'SWE-bench mini, HAL', benchmark: 'swebench-verified-mini', ...hal },
  { id: 'gaia-openhands', name: 'GAIA, OpenHands', benchmark: 'gaia', ...openHands },
  { id: 'swebench-openhands', name: 'SWE-bench, OpenHands', benchmark: 'swe-bench', ...openHands },
  { id: 'commit0-openhands', name: 'Commit0, OpenHands', benchmark: 'commit0', ...openHands },
  {
    id: 'swebench-mini-swe-agent',
    name: 'SWE-bench, mini-SWE-agent',
    source: 'mini-swe-agent',
    benchmark: 'SWE-bench Verified',
    solved: 'success',
    cost: 'cost',
  },
]

/**
 * The agent whose 34 models make up the OpenHands readings; the others are harnesses of vendors, or have sub-agents.
 */
export const singleAgent = 'openhands'
