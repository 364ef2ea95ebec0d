import type { AgentRow } from './row.ts'

/** The note of a run of General AgentBench that left no record and was scored all the same: 0, or the least of a composite. */
export const noRecord = 'no record, yet scored'
/** The note of a composite of MCP-bench in which a missing execution rate was counted as 0. */
export const rateMissing = 'execution rate missing, counted as 0'

/**
 * Whether a row of General AgentBench stands before a change of the prompt: Qwen3-235B starts at 48k on search and
 * MCP-bench from a shorter prompt than at 64k, so that the step between them is no step of the budget.
 */
export function otherPrompt({ source, setting, model, benchmark, x }: AgentRow): boolean {
  const changed = benchmark === 'search' || benchmark === 'mcpbench'
  return source === 'general-agentbench' && setting === 'sequential' && model === 'Qwen3-235B' && changed && x === 48
}
