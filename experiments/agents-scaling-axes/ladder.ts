import { figure, otherPrompt } from '@lawbook/agent-runs'
import { restricted, type Series } from './series.ts'

/** The points of a curve that belong to one series: without budgets that start from another prompt. */
export function ladderOf<S extends Series>(series: S): S {
  const { model, benchmark, setting, sweep } = series.about
  if (sweep !== 'general-agentbench' && sweep !== 'mcpbench-composite') return series
  const row = { source: 'general-agentbench', metric: 'success', y: null, setting, model, benchmark }
  return restricted(series, (x) => !otherPrompt(figure({ ...row, x })))
}
