import { cp } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail } from '@lawbook/base'
import { chooseAmong, chosenPointwise } from '@lawbook/routers'
import { libraryOf, type Request, type Skill } from '@lawbook/skills'
import type { Agent, Turn, TurnEnd } from './agent.ts'
import { oracleAgent } from './oracle.ts'

/** A card of a library: a skill, and the solution of a task that is its recipe. */
export type RecipeCard = {
  readonly skill: Skill
  /** The folder of the task that it was written for, absolute: `.../<domain>/<task>`. */
  readonly taskFolder: string
  /** The turn that it was written for; 0 in single-turn benchmarks. */
  readonly stage: number
  /** Whether the recipe is a script that may write beside itself: then a copy of the folder is run. */
  readonly isScript: boolean
}

/**
 * The retrieval agent: a router chooses a card for what the agent is told, and the card's recipe is executed in the task's
 * workspace. It uses no model: it measures how well a library routes, up to the ceiling that the solutions set. A router
 * that shares nothing with any card abstains, and nothing is done. LB_DANGLING for a router that there is not, LB_USAGE
 * for one that reads data beside the library, or for no cards at all.
 */
export async function recipeAgent(routerId: string, readCards: () => Promise<readonly RecipeCard[]>): Promise<Agent> {
  const router = chosenPointwise([routerId])[0]!
  if (router.needs !== undefined)
    fail(
      'LB_USAGE',
      `the router ${routerId} reads ${router.needs.join(', ')}, which are not at hand here; choose one that needs the cards alone, such as bm25`,
    )
  const cards = await readCards()
  if (cards.length === 0) fail('LB_USAGE', 'none of these tasks has a solution, so that there is no card to choose')
  const library = libraryOf(cards.map(({ skill }) => skill))
  const byId = new Map(cards.map((card) => [card.skill.id, card]))
  const fitted = await router.build(library, {})
  const all = Int32Array.from(library.skills, (_, j) => j)
  return {
    id: `router:${routerId}`,
    librarySize: library.skills.length,
    turn: async (turn) => {
      const request = requestOf(turn)
      const choice = chooseAmong(request, library, fitted.score(request), all)
      if (choice === null) return { end: 'completed', reason: 'the router abstained', tokens: null, chosen: [] }
      return await playCard(byId.get(library.skills[choice.skill]!.id)!, turn)
    },
    close: async () => {},
  }
}

/** Execute the recipe of a card in the workspace of a turn, whatever task that belongs to. */
export async function playCard(card: RecipeCard, turn: Turn): Promise<TurnEnd> {
  const taskFolder = await folderToRun(card, turn)
  const end = await oracle.turn({ ...turn, index: card.stage, taskFolder })
  return { ...end, chosen: [card.skill.id] }
}

const oracle = oracleAgent()

/** What a router reads: the message without the folder of this run. The id decides ties. */
function requestOf({ task, domain, index, instruction, workspace }: Turn): Request {
  const text = instruction.replaceAll(workspace, 'workspace')
  return { id: `${task}#${index}`, skill: '', wording: 'situated', domain, abstract: false, text }
}

/** A task's own script runs where its set-up ran; another's in a copy of its folder, apart from the task's. */
async function folderToRun({ isScript, taskFolder }: RecipeCard, turn: Turn): Promise<string> {
  if (!isScript) return taskFolder
  if (placeOf(taskFolder) === placeOf(turn.taskFolder)) return turn.taskFolder
  const copy = join(dirname(turn.workspace), 'recipe', 'tasks', placeOf(taskFolder))
  await cp(taskFolder, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

/** `<domain>/<task>` of a task's folder. */
function placeOf(taskFolder: string): string {
  return join(basename(dirname(taskFolder)), basename(taskFolder))
}
