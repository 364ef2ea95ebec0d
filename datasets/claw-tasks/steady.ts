import type { Runner } from '@lawbook/execution'

/**
 * A runner that never takes a crash of its process for what a recipe does: a job that crashed or overran is done once more, in
 * the fresh process that the runner starts after it. What happens twice is the recipe's own.
 */
export function steady(runner: Runner): Runner {
  return {
    async execute(files, task, limits) {
      const first = await runner.execute(files, task, limits)
      return first.outcome === 'crashed' || first.outcome === 'time' ? await runner.execute(files, task, limits) : first
    },
    close: () => runner.close(),
  }
}
