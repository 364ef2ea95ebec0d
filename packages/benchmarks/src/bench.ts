import type { Request, Skill } from '@lawbook/skills'
import type { Check } from './result.ts'

/** A task as a router and a player of recipes see it. */
export type BenchTask = {
  readonly id: string
  readonly domain: string
  readonly level: string
  /** What the agent is told, turn by turn; single-turn benchmarks have one. */
  readonly turns: readonly string[]
  /** The id of the card whose recipe the task's author wrote for the turn. */
  readonly cards: readonly string[]
}

/** What came of the last turn that was played. Names are those of files that are not empty, in order. */
export type Played = {
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** What the benchmark's own checker says, once all turns are played. */
  readonly checks: readonly Check[] | null
}

/**
 * A benchmark whose tasks can be played with recipes instead of a model: a card is a skill, and executing its recipe in the
 * workspace of any task is a turn. Playing the same picks gives the same outcome.
 */
export type Bench = {
  readonly cards: readonly Skill[]
  readonly tasks: readonly BenchTask[]
  /** Requests about the cards by somebody who saw the cards and no task; none where nobody wrote any. */
  readonly requests: readonly Request[]
  /** Tasks that do not count, and why: the oracle does not pass here, or they were hard-coded by those who are on trial. */
  readonly heldOut: readonly { readonly task: string; readonly reason: string }[]
  /** Play the first turns of a task, one pick a turn: the id of a card, or null for doing nothing. */
  play(task: string, picks: readonly (string | null)[]): Promise<Played>
  close(): Promise<void>
}
