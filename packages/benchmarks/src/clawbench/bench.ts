import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail } from '@lawbook/base'
import type { Bench, BenchTask, Played } from '../bench.ts'
import { findPython, needPytest } from '../python.ts'
import type { Check } from '../result.ts'
import { cardId, clawCards, isPlayable } from './cards.ts'
import { gateOf } from './gate.ts'
import { type ClawCheckout, loadClawbench } from './load.ts'
import { openPlayer, type Play } from './plays.ts'
import type { ClawTask } from './task.ts'

/** Tasks whose outputs the released runtime of the paper names in its code (arXiv 2605.16508, runtime/closure.py). */
const hardCoded = ['db-002', 'db-004', 'debug-001', 'doc-002', 'eml-001', 'xdom-012']

export type RealBenchOptions = {
  /** An interpreter with pytest, or null for the first that is found. */
  readonly python: string | null
  /** Plays at one time, from 1. */
  readonly workers: number
}

/**
 * The tasks of a real checkout of claw-bench, ready to be played with recipes: a card is a task's title, description and
 * tags, its recipe the task's own solution, and the task's own pytest verifier judges. Opening it plays every task with
 * its own card (some minutes the first time; plays are kept in the cache). Held out are the tasks that the released
 * runtime hard-codes and those whose own solution does not pass here, each with the reason.
 *
 * A play whose verifier gives no answer counts as all checks of the task in error: at a task that does count, its own
 * solution was answered.
 *
 * Code of the tasks runs: the caller has asked whether it may. LB_BENCHMARK for another folder, LB_PYTHON without pytest.
 */
export async function realBench(folder: string, options: RealBenchOptions): Promise<Bench> {
  const python = needPytest(await findPython(options.python))
  const checkout = await loadClawbench(folder)
  const cards = clawCards(checkout)
  const byId = new Map(cards.map((card) => [card.skill.id, card]))
  const playAt = await openPlayer(checkout, { ...options, python })
  const playable = checkout.tasks.filter(isPlayable)
  const own = await Promise.all(playable.map((task) => playAt(task, byId.get(cardId(task))!)))
  const heldOut = withheld(checkout, playable, own)
  const isOut = new Set(heldOut.map(({ task }) => task))
  const counted = playable.filter(({ id }) => !isOut.has(id))
  const checksOf = new Map(playable.map(({ id }, i) => [id, own[i]!.checks ?? []]))
  const tasks = new Map(counted.map((task) => [task.id, task]))
  return {
    cards: cards.map(({ skill }) => skill),
    tasks: await Promise.all(counted.map((task) => benchTask(checkout, task))),
    requests: [],
    heldOut,
    async play(id, [pick = null]) {
      const card = pick === null ? null : byId.get(pick)
      const task = tasks.get(id)
      if (card === undefined || task === undefined)
        fail('LB_DANGLING', `there is no ${task === undefined ? `task "${id}"` : `card "${pick}"`} in this benchmark`)
      return playedOf(await playAt(task, card), checksOf.get(id)!)
    },
    close: async () => {},
  }
}

function withheld(checkout: ClawCheckout, playable: readonly ClawTask[], own: readonly Play[]): Bench['heldOut'] {
  const { groups } = gateOf(own.map(({ trial }) => trial))
  const groupOf = new Map(groups.flatMap(({ group, tasks }) => tasks.map((task) => [task, group])))
  const isPlayed = new Set(playable.map(({ id }) => id))
  return checkout.tasks.flatMap(({ id }) => {
    const group = groupOf.get(id)
    if (hardCoded.includes(id)) return [{ task: id, reason: 'hard-coded in the released runtime' }]
    if (!isPlayed.has(id)) return [{ task: id, reason: 'it cannot be run, or has no solution' }]
    return group === undefined ? [] : [{ task: id, reason: `its own solution does not pass here: ${group}` }]
  })
}

async function benchTask(checkout: ClawCheckout, task: ClawTask): Promise<BenchTask> {
  const instruction = await readFile(join(checkout.tasksFolder, task.folder, 'instruction.md'), 'utf8')
  return { id: task.id, domain: task.domain, level: task.level, turns: [instruction], cards: [cardId(task)] }
}

function playedOf({ before, after, checks, trial }: Play, planned: readonly Check[]): Played {
  if (checks !== null) return { before, after, checks }
  const detail = trial.reasons.at(-1) ?? ''
  return { before, after, checks: planned.map((check) => ({ ...check, outcome: 'error', detail })) }
}
