import type { SweepAbout } from '../axes.ts'
import { pair, shares } from './shares.ts'

/** Sweeps of raw and of managed context. */
export const contextSweeps: readonly SweepAbout[] = [
  {
    id: 'general-agentbench',
    axis: 'raw-context',
    label: 'General AgentBench, budgets',
    resource: 'k tokens',
    role: 'decides',
    why: 'an agent is made to go on until its context has a length; five benchmarks are the units',
    ratio: 'known',
    sampling: 'tasks',
    pool: 'benchmarks',
  },
  {
    id: 'longmemeval',
    axis: 'raw-context',
    label: 'Context Rot, LongMemEval',
    resource: 'input tokens',
    role: 'beside',
    why: 'the focused input is the full one without what does not matter: the contrast cannot rise',
    ...shares,
  },
  {
    id: 'needle',
    axis: 'raw-context',
    label: 'Context Rot, needle',
    resource: 'input tokens',
    role: 'beside',
    why: 'filler around a needle cannot help; eleven items a length',
    ...shares,
  },
  {
    id: 'mcpbench-composite',
    axis: 'raw-context',
    label: 'MCP-bench, composite',
    resource: 'k tokens',
    role: 'beside',
    why: 'hardly a task has every part of the composite at every budget: in the readings only',
    ratio: 'known',
    sampling: 'tasks',
    pool: 'benchmarks',
  },
  {
    id: 'kimi-k2.5',
    axis: 'managed-context',
    label: 'Kimi K2.5, BrowseComp',
    resource: 'management',
    role: 'decides',
    why: 'the same model with and without management; one vendor, four models are the units',
    ...pair,
  },
]
