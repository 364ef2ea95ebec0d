import type { Stream } from '@lawbook/base'
import { bootstrap, innerTail, median, outerTail, percentileInterval } from '@lawbook/estimators'
import type { Estimate, Row } from '@lawbook/schemas'
import { medianEstimate } from './median.ts'

/** What an agent's number is made of: sums over tasks, numerator over denominator. */
export type Ratio = { readonly agent: string; readonly task: string; readonly part: number; readonly whole: number }

/** Tasks as weights: each counts one, or what it cost, and in the numerator only if it was solved. */
export function ratiosOf(runs: readonly Row[], weight: 'tasks' | 'spend'): Ratio[] {
  return runs
    .filter(({ solved, cost }) => solved !== null && (weight === 'tasks' || cost !== null))
    .map(({ agent, task, solved, cost }) => {
      const whole = weight === 'tasks' ? 1 : Number(cost)
      return { agent: String(agent), task: String(task), part: Number(solved) * whole, whole }
    })
}

/**
 * The median over agents with tasks drawn instead of agents: a task is drawn for all agents at once, since what is hard
 * for one is hard for others. Percentile bootstrap; no interval below 30 tasks, where it would be too short.
 */
export function medianOverTasks(ratios: readonly Ratio[], draws: number, stream: Stream): Estimate {
  const agents = [...new Set(ratios.map(({ agent }) => agent))]
  const tasks = [...new Set(ratios.map(({ task }) => task))]
  const at = Int32Array.from(ratios, ({ agent }) => agents.indexOf(agent))
  const statistic = (weights: Float64Array) => {
    const [parts, wholes] = [new Float64Array(agents.length), new Float64Array(agents.length)]
    for (const [i, { part, whole }] of ratios.entries()) {
      parts[at[i]!]! += weights[i]! * part
      wholes[at[i]!]! += weights[i]! * whole
    }
    return median(Array.from(parts, (part, a) => part / wholes[a]!))
  }
  if (tasks.length < 30) return { value: statistic(new Float64Array(ratios.length).fill(1)), i90: null, i995: null }
  const places = new Map(tasks.map((task, i) => [task, i]))
  const units = Int32Array.from(ratios, ({ task }) => places.get(task)!)
  const resampled = bootstrap({ units, statistic, draws, stream })
  const interval = (tail: number) => [...percentileInterval(resampled, [tail, tail])] as [number, number]
  return { value: resampled.value, i90: interval(innerTail), i995: interval(outerTail('two')) }
}

/**
 * The median share of spend with tasks that have an outcome and no cost at the mean cost of the agent's others. Null
 * where every task has its cost. Agents without any cost are left out.
 */
export function medianWithUncosted(runs: readonly Row[]): Estimate | null {
  const known = runs.filter(({ solved }) => solved !== null)
  if (known.every(({ cost }) => cost !== null)) return null
  const agents = [...new Set(known.map(({ agent }) => String(agent)))].flatMap((agent) => {
    const own = known.filter((run) => run.agent === agent)
    const costs = own.flatMap(({ cost }) => (cost === null ? [] : [Number(cost)]))
    if (costs.length === 0) return []
    const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length
    const spent = own.map(({ cost }) => Number(cost ?? mean))
    const useful = own.reduce((sum, { solved }, i) => sum + Number(solved) * spent[i]!, 0)
    return [{ model: agent, value: useful / (mean * own.length) }]
  })
  return medianEstimate(agents)
}
