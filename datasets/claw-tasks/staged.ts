import { join } from 'node:path'
import { type Check, emptyServices, type MarkTask, type Played, type Services } from '@lawbook/benchmarks'
import type { Files, Runner } from '@lawbook/execution'
import { defaultOf, filesIn, root, taskFolders } from './folders.ts'
import { filled } from './single.ts'

/** A multi-stage task as it lies on the disk. `folder` is `<domain>/task<N>`. */
export type StagedTask = {
  readonly id: string
  readonly folder: string
  readonly task: MarkTask
  readonly assets: Files
  /** Files that are dropped before each stage. */
  readonly inject: readonly Files[]
}

/** The world between two turns: what the agent left, and what checkers have said so far. */
export type Between = { readonly files: Files; readonly services: Services; readonly checks: readonly Check[] }

/** The world when a turn begins, with what the agent is told. */
export type Turn = Omit<Between, 'checks'> & { readonly message: string }

const parts = ['email', 'notion', 'sheets', 'calendar'] as const
const serviceFile = (part: string): string => `services/${part}.json`

export async function stagedTasks(): Promise<StagedTask[]> {
  return await Promise.all((await taskFolders('clawmark')).map(stagedTask))
}

async function stagedTask(folder: string): Promise<StagedTask> {
  const path = join(root, 'clawmark/tasks', folder)
  const task = await defaultOf<MarkTask>(join(path, 'task.ts'))
  const inject = await Promise.all(task.stages.map((_, k) => filesIn(join(path, `inject/stage${k}`))))
  return { id: task.metadata.id, folder, task, assets: await filesIn(join(path, 'assets')), inject }
}

export function beginning({ task, assets }: StagedTask): Between {
  return {
    files: assets,
    services: { ...emptyServices(), email: { users: { ...task.metadata.users }, mail: [] } },
    checks: [],
  }
}

/** What the stage function makes of the world before the agent's turn. The prompt opens the first message. */
export function openTurn({ task, inject }: StagedTask, stage: number, { files, services }: Between): Turn {
  const world = { files: new Map([...files, ...inject[stage]!]), services: structuredClone(services) }
  const { notification, time } = task.stages[stage]!(world)
  const message = [...(stage === 0 ? [task.prompt] : []), notification, `[Current time: ${time}]`].join('\n\n')
  return { ...world, message }
}

/** The agent's turn: a recipe finds the services as JSON files; one it leaves unreadable keeps its old state. */
export async function act(
  { files, services }: Turn,
  recipe: string | null,
  runner: Runner,
): Promise<Omit<Between, 'checks'>> {
  if (recipe === null) return { files, services }
  const state = parts.map(
    (part) => [serviceFile(part), new TextEncoder().encode(JSON.stringify(services[part]))] as const,
  )
  const { after } = await runner.execute(new Map([...files, ...state]), { input: { recipe }, previous: [] })
  const left = Object.fromEntries(parts.map((part) => [part, readService(after, part) ?? services[part]]))
  return {
    files: new Map([...after].filter(([name]) => !parts.some((part) => name === serviceFile(part)))),
    services: left as unknown as Services,
  }
}

function readService(files: Files, part: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(files.get(serviceFile(part))))
  } catch {
    return null
  }
}

/** Ask the checkers of a stage, and after the last one those of `final`. One that throws fails. */
export function checkTurn(
  { task }: StagedTask,
  stage: number,
  world: Omit<Between, 'checks'>,
  before: readonly Check[],
): Between {
  const keys = [`stage${stage}`, ...(stage === task.stages.length - 1 ? ['final'] : [])]
  const checks = keys.flatMap((key) =>
    (task.rubric[key] ?? []).map(({ id, weight, description, check }): Check => {
      const about = { id, weight, stage: key }
      try {
        return check(world)
          ? { ...about, outcome: 'passed', detail: '' }
          : { ...about, outcome: 'failed', detail: description }
      } catch (thrown) {
        return { ...about, outcome: 'failed', detail: String(thrown).replace(/\s+/g, ' ').slice(0, 200) }
      }
    }),
  )
  return { ...world, checks: [...before, ...checks] }
}

/** What a turn looked like from outside. */
export function playedTurn({ task }: StagedTask, stage: number, turn: Turn, after: Between): Played {
  return {
    before: filled(turn.files),
    after: filled(after.files),
    checks: stage === task.stages.length - 1 ? after.checks : null,
  }
}
