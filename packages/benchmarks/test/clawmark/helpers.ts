import { fileURLToPath } from 'node:url'
import type { Agent, Turn, TurnEnd } from '../../src/agents/agent.ts'
import type { MarkEntry } from '../../src/clawmark/entry.ts'
import { loadClawmark } from '../../src/clawmark/load.ts'
import { type MarkOptions, runMarkTrial, usualSeconds } from '../../src/clawmark/trial.ts'
import { findPython, type Python } from '../../src/python.ts'
import type { TrialEnd } from '../../src/trial/runTrials.ts'

/** A checkout of our own words in ClawMark's layout: tasks that work and tasks that misbehave. */
export const fixtures = fileURLToPath(new URL('../fixtures/clawmark', import.meta.url))

/** Null where there is no Python 3: tests that need it are skipped then. */
export const python: Python | null = await findPython(null).catch(() => null)
export const noPython = python === null

export async function entryAt(id: string, folder = fixtures): Promise<MarkEntry> {
  return (await loadClawmark(folder, python)).tasks.find((task) => task.id === id)!
}

/** An agent that does what it is told in every turn. */
export function agentThat(act: (turn: Turn) => Promise<unknown>): Agent {
  const end: TurnEnd = { end: 'completed', reason: '', tokens: null, chosen: null }
  return {
    id: 'scripted',
    librarySize: null,
    turn: async (turn) => ({ ...end, ...((await act(turn)) as Partial<TurnEnd> | undefined) }),
    close: async () => {},
  }
}

type Options = Partial<MarkOptions> & { signal?: AbortSignal }

export async function play(id: string, agent: Agent, options: Options = {}): Promise<TrialEnd> {
  const { signal = new AbortController().signal, ...more } = options
  const usual: MarkOptions = { python, verifier: null, agentSeconds: null, seconds: usualSeconds }
  return await runMarkTrial(await entryAt(id), agent, { ...usual, ...more, attempt: 1, signal })
}

/** Outcomes by id. */
export function outcomesOf({ trial }: TrialEnd): Record<string, string> {
  return Object.fromEntries(trial.checks.map(({ id, outcome }) => [id, outcome]))
}
