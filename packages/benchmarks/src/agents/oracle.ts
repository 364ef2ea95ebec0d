import { access } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { runScript } from '../node/child.ts'
import { type CommandEnd, runCommand } from '../process.ts'
import { lastLine } from '../said.ts'
import type { Agent, Turn, TurnEnd } from './agent.ts'

/**
 * The agent that replays the solution which the task's author wrote: solution/stage<index>.ts or solution/solve.ts as a
 * recipe in the workspace, else solution/solve.sh with the workspace as its argument, in the folder that stands for the
 * checkout, as upstream's own dry run does. It may write to the folder that holds the workspace, and nowhere else.
 */
export function oracleAgent(): Agent {
  return { id: 'oracle', librarySize: null, turn: replay, close: async () => {} }
}

async function replay(turn: Turn): Promise<TurnEnd> {
  const scratch = dirname(turn.workspace)
  const { seconds, signal, workspace } = turn
  const recipe = await firstOf(turn.taskFolder, [`solution/stage${turn.index}.ts`, 'solution/solve.ts'])
  if (recipe !== null) {
    const end = await runScript({ script: 'play.ts', args: [recipe], cwd: workspace, scratch, seconds, signal })
    return endOf(end, turn, scratch)
  }
  const script = await firstOf(turn.taskFolder, ['solution/solve.sh'])
  if (script === null) return failed('the task has no solution')
  const cwd = resolve(turn.taskFolder, '../../..')
  const end = await runCommand({ file: 'bash', args: [script, workspace], cwd, scratch, seconds, signal })
  return endOf(end, turn, scratch)
}

function endOf({ exit, killedBy, output }: CommandEnd, turn: Turn, scratch: string): TurnEnd {
  if (killedBy === 'output') return failed('the solution printed more than it may')
  if (killedBy !== null) return { ...failed(`the solution did not end within ${turn.seconds} s`), end: 'timeout' }
  if (exit === 0) return { ...failed(''), end: 'completed' }
  const folders = [turn.workspace, scratch, turn.taskFolder]
  return failed(`the solution ended with exit code ${exit}: ${lastLine(output, folders)}`)
}

function failed(reason: string): TurnEnd {
  return { end: 'failed', reason, tokens: null, chosen: null }
}

async function firstOf(folder: string, names: readonly string[]): Promise<string | null> {
  for (const name of names) {
    const path = join(folder, name)
    const isThere = await access(path).then(
      () => true,
      () => false,
    )
    if (isThere) return path
  }
  return null
}
