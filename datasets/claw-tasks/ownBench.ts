import type { Bench, BenchTask, Played } from '@lawbook/benchmarks'
import { type Bundle, openRunner, type Runner } from '@lawbook/execution'
import type { Request } from '@lawbook/skills'
import type { Card } from './cards.ts'
import { playSingle, type SingleTask } from './single.ts'
import { act, type Between, beginning, checkTurn, openTurn, playedTurn, type StagedTask } from './staged.ts'
import { steady } from './steady.ts'

/** What is the same for both layouts. */
type Common = {
  readonly tasks: readonly BenchTask[]
  readonly cards: readonly Card[]
  readonly requests: readonly Request[]
  /** Every recipe of the layout in one module. */
  readonly bundle: Bundle
}
type Play = (
  runner: Runner,
  task: string,
  picks: readonly (string | null)[],
  recipeOf: (card: string) => string,
) => Promise<Played>

function benchOf({ tasks, cards, requests, bundle }: Common, play: Play): Bench {
  const recipes = new Map(cards.map(({ skill, recipe }) => [skill.id, recipe]))
  const known = new Map<string, Promise<Played>>()
  let runner: Promise<Runner> | null = null
  return {
    cards: cards.map(({ skill }) => ({ ...skill, body: '' })),
    tasks,
    requests,
    heldOut: [],
    play(task, picks) {
      const key = JSON.stringify([task, picks])
      const before = known.get(key)
      if (before !== undefined) return before
      runner ??= openRunner(bundle).then(steady)
      const now = runner.then((open) => play(open, task, picks, (card) => recipes.get(card)!))
      known.set(key, now)
      return now
    },
    close: async () => {
      await (await runner)?.close()
      runner = null
    },
  }
}

/** Our single-turn tasks. A pick executes the recipe of its card in the task's workspace. */
export function singleBench(common: Common, written: readonly SingleTask[]): Bench {
  const byId = new Map(written.map((task) => [task.id, task]))
  return benchOf(common, async (runner, task, [pick = null], recipeOf) => {
    const recipe = pick === null ? null : recipeOf(pick).replace('clawbench/', '')
    const { left: _, ...played } = await playSingle(byId.get(task)!, recipe, runner)
    return played
  })
}

/** Our multi-stage tasks. What the first turns left is kept, so that turns are executed once. */
export function stagedBench(common: Common, written: readonly StagedTask[]): Bench {
  const byId = new Map(written.map((task) => [task.id, task]))
  const left = new Map<string, Promise<Between>>()
  const after = (runner: Runner, task: StagedTask, recipes: readonly (string | null)[]): Promise<Between> => {
    const key = JSON.stringify([task.id, recipes])
    const now = left.get(key) ?? turned(runner, task, recipes)
    left.set(key, now)
    return now
  }
  const turned = async (runner: Runner, task: StagedTask, recipes: readonly (string | null)[]): Promise<Between> => {
    if (recipes.length === 0) return beginning(task)
    const stage = recipes.length - 1
    const before = await after(runner, task, recipes.slice(0, -1))
    const acted = await act(openTurn(task, stage, before), recipes.at(-1)!, runner)
    return checkTurn(task, stage, acted, before.checks)
  }
  return benchOf(common, async (runner, id, picks, recipeOf) => {
    const task = byId.get(id)!
    const recipes = picks.map((pick) => (pick === null ? null : turnOf(recipeOf(pick))))
    const before = await after(runner, task, recipes.slice(0, -1))
    const stage = picks.length - 1
    return playedTurn(task, stage, openTurn(task, stage, before), await after(runner, task, recipes))
  })
}

/** `clawmark/<domain>/<task>/stage<K>` as the bundle names it: `<domain>/<task>/solution/stage<K>`. */
export function turnOf(recipe: string): string {
  const [, domain, task, stage] = recipe.split('/')
  return `${domain}/${task}/solution/${stage}`
}
