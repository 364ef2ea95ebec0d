import { join } from 'node:path'
import { type Check, runVerifier, scoreOf, strictPass } from '@lawbook/benchmarks'
import type { Runner } from '@lawbook/execution'
import { defaultOf, root } from './folders.ts'
import type { Spoiled } from './kit/spoil.ts'
import { playSingle, type SingleTask } from './single.ts'
import { act, type Between, beginning, checkTurn, openTurn, type StagedTask } from './staged.ts'
import type { SpoiledStage } from './testing.ts'

/** What a verifier says of products that are known to be right or wrong. Scores are weighted, 0 to 1. */
export type Proof = {
  readonly task: string
  readonly checks: number
  readonly oracle: boolean
  readonly nothing: number
  /** Names of spoiled products that it passes: none, if it is any good. */
  readonly fooledBy: readonly string[]
  readonly spoiled: number
}

/** The verifier of a single-turn task, asked about its recipe, about nothing and about spoiled products. */
export async function proveSingle(task: SingleTask, runner: Runner): Promise<Proof> {
  const right = await playSingle(task, task.folder, runner)
  const nothing = await playSingle(task, null, runner)
  const spoiled = await defaultOf<readonly Spoiled[]>(join(root, 'clawbench/tasks', task.folder, 'verifier/spoiled.ts'))
  const verdicts = await Promise.all(
    spoiled.map(async ({ name, spoil }) => {
      const checks = await runVerifier(task.verifier, { before: task.before, after: spoil(right.left) })
      return { name, fooled: strictPass(checks) }
    }),
  )
  return proofOf(task.id, right.checks!, nothing.checks!, verdicts)
}

/** The rubric of a multi-stage task, asked about its recipes, about nothing and about spoiled turns. */
export async function proveStaged(task: StagedTask, runner: Runner): Promise<Proof> {
  const spoiled = await defaultOf<readonly SpoiledStage[]>(join(root, 'clawmark/tasks', task.folder, 'spoiled.ts'))
  const right = await played(task, runner, null)
  const nothing = await played(task, null, null)
  const verdicts: { name: string; fooled: boolean }[] = []
  for (const one of spoiled) verdicts.push({ name: one.name, fooled: strictPass(await played(task, runner, one)) })
  return proofOf(task.id, right, nothing, verdicts)
}

async function played(
  task: StagedTask,
  runner: Runner | null,
  spoiled: SpoiledStage | null,
): Promise<readonly Check[]> {
  let world: Between = beginning(task)
  for (const stage of task.task.stages.keys()) {
    const turn = openTurn(task, stage, world)
    const acted = runner === null ? turn : await act(turn, `${task.folder}/solution/stage${stage}`, runner)
    const files = new Map(acted.files)
    const services = structuredClone(acted.services)
    if (spoiled?.stage === stage) spoiled.spoil(files, services)
    world = checkTurn(task, stage, { files, services }, world.checks)
  }
  return world.checks
}

function proofOf(
  task: string,
  right: readonly Check[],
  nothing: readonly Check[],
  spoiled: readonly { readonly name: string; readonly fooled: boolean }[],
): Proof {
  return {
    task,
    checks: right.length,
    oracle: strictPass(right),
    nothing: scoreOf(nothing, 'declared') ?? 0,
    fooledBy: spoiled.flatMap(({ name, fooled }) => (fooled ? [name] : [])),
    spoiled: spoiled.length,
  }
}
