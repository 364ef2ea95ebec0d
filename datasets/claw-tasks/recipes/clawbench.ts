import type { Task } from '@lawbook/execution'

/** Every recipe of a single-turn task in one module: `input.recipe` is the task's folder, `<domain>/<id>-<slug>`. */
export default async function run({ input }: Task): Promise<void> {
  const recipe = String(input.recipe)
  const { default: solve } = (await import(`../clawbench/tasks/${recipe}/solution/solve.ts`)) as {
    default(): Promise<void>
  }
  await solve()
}
