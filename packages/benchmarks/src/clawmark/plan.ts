import type { Agent } from '../agents/agent.ts'
import type { PlannedTrial } from '../trial/runTrials.ts'
import type { MarkEntry } from './entry.ts'
import { type MarkOptions, runMarkTrial } from './trial.ts'

/**
 * The trials of one agent at the given tasks, attempt by attempt. Tasks that cannot be run are planned as well: their
 * trials are not scored and say why.
 */
export function planClawmark(
  { tasks, agent, attempts }: { tasks: readonly MarkEntry[]; agent: Agent; attempts: number },
  options: MarkOptions,
): PlannedTrial[] {
  return Array.from({ length: attempts }, (_, index) => index + 1).flatMap((attempt) =>
    tasks.map((task) => ({
      task: task.id,
      agent: agent.id,
      attempt,
      run: (signal) => runMarkTrial(task, agent, { ...options, attempt, signal }),
    })),
  )
}
