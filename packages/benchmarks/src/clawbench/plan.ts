import type { Agent } from '../agents/agent.ts'
import type { PlannedTrial } from '../trial/runTrials.ts'
import type { ClawCheckout } from './load.ts'
import type { ClawTask } from './task.ts'
import { type ClawOptions, runClawTrial } from './trial.ts'

/**
 * The trials of one agent at the given tasks of a checkout, attempt by attempt. Tasks that cannot be run are planned as
 * well: their trials are not scored and say why.
 */
export function planClawbench(
  checkout: ClawCheckout,
  { tasks, agent, attempts }: { tasks: readonly ClawTask[]; agent: Agent; attempts: number },
  options: ClawOptions,
): PlannedTrial[] {
  return Array.from({ length: attempts }, (_, index) => index + 1).flatMap((attempt) =>
    tasks.map((task) => ({
      task: task.id,
      agent: agent.id,
      attempt,
      run: (signal) => runClawTrial(checkout, task, agent, { ...options, attempt, signal }),
    })),
  )
}
