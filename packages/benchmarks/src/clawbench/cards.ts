import { join } from 'node:path'
import type { RecipeCard } from '../agents/recipe.ts'
import type { ClawCheckout } from './load.ts'
import type { ClawTask } from './task.ts'

/**
 * A checkout's tasks as a library: title, description and tags of every runnable task that has a solution, which is the
 * card's recipe. The body stays empty: nothing of the instruction or the solution is told to a router.
 */
export function clawCards(checkout: ClawCheckout): RecipeCard[] {
  return checkout.tasks.filter(isPlayable).map((task) => ({
    skill: {
      id: cardId(task),
      name: task.title,
      description: task.description,
      body: '',
      package: 'claw-bench',
      licence: '',
      tags: task.tags,
    },
    taskFolder: join(checkout.tasksFolder, task.folder),
    stage: 0,
    isScript: !task.parts.solveTs,
  }))
}

/** Whether it can be run, and solved by its own solution. */
export function isPlayable({ parts, problems }: ClawTask): boolean {
  return (parts.solveSh || parts.solveTs) && problems.every(({ forbids }) => !forbids)
}

/** The id of a task's card. */
export function cardId({ folder }: ClawTask): string {
  return `claw-bench:tasks/${folder}`
}
