import type { Agent } from './agent.ts'

/** The agent that does nothing: what it passes is the floor of a benchmark. */
export function nothingAgent(): Agent {
  return {
    id: 'nothing',
    librarySize: null,
    turn: async () => ({ end: 'completed', reason: '', tokens: null, chosen: null }),
    close: async () => {},
  }
}
