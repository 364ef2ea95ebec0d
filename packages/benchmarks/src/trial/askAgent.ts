import { setTimeout as sleep } from 'node:timers/promises'
import type { Agent, Turn, TurnEnd } from '../agents/agent.ts'
import { timerOf } from '../timer.ts'

/** What came of asking: how the turn ended, or why the agent could not be asked. */
export type Asked = { readonly seconds: number } & (
  | { readonly turn: TurnEnd }
  | { readonly turn: null; readonly reason: string }
)

/** So long an agent has to stop once its time is up. */
const graceSeconds = 5

/**
 * Give an agent its turn. Its signal is aborted when its seconds are up or the user stops; an agent that does not heed
 * it is not waited for and ends as `timeout`. What it throws is the reason why it could not be asked.
 */
export async function askAgent(agent: Agent, turn: Omit<Turn, 'signal'>, signal: AbortSignal): Promise<Asked> {
  const from = performance.now()
  const clock = new AbortController()
  const timer = setTimeout(() => clock.abort(), timerOf(turn.seconds))
  const late: TurnEnd = {
    end: 'timeout',
    reason: `the agent did not end within ${turn.seconds} s`,
    tokens: null,
    chosen: null,
  }
  const both = AbortSignal.any([signal, clock.signal])
  const patience = new AbortController()
  try {
    const deaf = untilAborted(both).then(() => sleep(graceSeconds * 1000, late, { signal: patience.signal }))
    deaf.catch(() => {})
    const end = await Promise.race([agent.turn({ ...turn, signal: both }), deaf])
    return { turn: end, seconds: (performance.now() - from) / 1000 }
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    return { turn: null, reason, seconds: (performance.now() - from) / 1000 }
  } finally {
    clearTimeout(timer)
    patience.abort()
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
