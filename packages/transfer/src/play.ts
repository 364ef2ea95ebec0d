import type { Bench, BenchTask, Check } from '@lawbook/benchmarks'
import type { Required } from './required.ts'

/** How a task went: what the checker says, and how the choices went. */
export type Outcome = {
  readonly checks: readonly Check[]
  /** For each turn whether the first pick was the card written for it; `routed` is their share, 0 to 1. */
  readonly hits: readonly boolean[]
  readonly routed: number
  /** Share of turns that end with that card's recipe, 0 to 1. */
  readonly used: number
  /** Recipes that were tried, over all turns. */
  readonly tries: number
}

/** Ids of cards or other skills for one turn, the best first. */
export type Ranked = (turn: number) => readonly string[]

/** The closure check: which outputs are required, and how many picks may be tried until all are there. */
export type Closure = { readonly required: Required; readonly attempts: number }

/**
 * Play a task with a router's picks. Without a closure check the first pick of each turn stands. With it a pick that leaves a
 * required output missing or empty is taken back and the next one tried; when none of them brings all outputs, the first
 * stands. A skill without a recipe does nothing.
 */
export async function playTask(
  bench: Bench,
  task: BenchTask,
  ranked: Ranked,
  closure: Closure | null,
): Promise<Outcome> {
  const recipes = new Set(bench.cards.map(({ id }) => id))
  const recipeOf = (skill: string | undefined): string | null =>
    skill !== undefined && recipes.has(skill) ? skill : null
  let path: (string | null)[] = []
  const hits: boolean[] = []
  let [used, tries] = [0, 0]
  for (const [turn, card] of task.cards.entries()) {
    const picks = ranked(turn)
      .slice(0, closure?.attempts ?? 1)
      .map(recipeOf)
    if (picks.length === 0) picks.push(null)
    const chosen = closure === null ? 0 : await firstClosed(bench, task, path, picks, closure)
    tries += closure === null ? 1 : chosen < 0 ? picks.length : chosen + 1
    hits.push(picks[0] === card)
    const pick = picks[Math.max(0, chosen)]!
    if (pick === card) used++
    path = [...path, pick]
  }
  const { checks } = await bench.play(task.id, path)
  const n = task.cards.length
  return { checks: checks ?? [], hits, routed: hits.filter(Boolean).length / n, used: used / n, tries }
}

/** The place of the first pick after which every required output is there; -1 if there is none. */
async function firstClosed(
  bench: Bench,
  { id, turns }: BenchTask,
  path: readonly (string | null)[],
  picks: readonly (string | null)[],
  { required }: Closure,
): Promise<number> {
  for (const [k, pick] of picks.entries()) {
    const { before, after } = await bench.play(id, [...path, pick])
    if (required(turns[path.length]!, before).every((name) => after.includes(name))) return k
  }
  return -1
}
