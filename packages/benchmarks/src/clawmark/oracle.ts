import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { fail } from '@lawbook/base'
import type { Agent, Turn } from '../agents/agent.ts'
import { oracleAgent } from '../agents/oracle.ts'

/**
 * The agent that replays the recipe of each turn, solution/stage<index>.ts. A task without it cannot be asked
 * (LB_BENCHMARK): ClawMark itself publishes no solutions.
 */
export function markOracle(): Agent {
  const oracle = oracleAgent()
  return {
    ...oracle,
    turn: async (turn: Turn) => {
      const recipe = `solution/stage${turn.index}.ts`
      await access(join(turn.taskFolder, recipe)).catch(() =>
        fail('LB_BENCHMARK', `${turn.task} has no ${recipe}: ClawMark publishes no solutions; use another agent`),
      )
      return await oracle.turn(turn)
    },
  }
}
