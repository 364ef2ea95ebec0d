import type { Task } from '@lawbook/execution'

/** Every recipe of a multi-stage task in one module: `input.recipe` is `<domain>/<task>/solution/stage<K>`. */
export default async function run({ input }: Task): Promise<void> {
  const recipe = String(input.recipe)
  const { default: turn } = (await import(`../clawmark/tasks/${recipe}.ts`)) as { default(): Promise<void> }
  await turn()
}
