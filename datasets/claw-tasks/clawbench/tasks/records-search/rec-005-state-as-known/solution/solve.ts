import { readText, writeJson } from '../../../../../kit/solve.ts'

type Event = { id: string; at: string; recorded: string; ticket: string; type: string; value?: string | null }
type State = { open: boolean; priority: string | null; assignee: string | null }

function applied(state: State, { type, value }: Event): State {
  if (type === 'opened') return { ...state, open: true, priority: value ?? null }
  if (type === 'assigned') return { ...state, assignee: value ?? null }
  if (type === 'priority') return { ...state, priority: value ?? null }
  return { ...state, open: type === 'reopened' }
}

/** Replay what was known and in force at a moment. */
export default async function solve(): Promise<void> {
  const moment = (await readText('asof.txt')).trim()
  const lines = (await readText('events.jsonl')).split('\n').filter((line) => line.trim() !== '')
  const known = lines
    .map((line) => JSON.parse(line) as Event)
    .filter(({ at, recorded }) => at <= moment && recorded <= moment)
    .sort((a, b) => (`${a.at} ${a.recorded}` < `${b.at} ${b.recorded}` ? -1 : 1))
  const void_ = new Set(known.filter(({ type }) => type === 'void').map(({ value }) => value))
  const tickets = new Map<string, State>()
  for (const event of known) {
    if (event.type === 'void' || void_.has(event.id)) continue
    const before = tickets.get(event.ticket) ?? { open: false, priority: null, assignee: null }
    tickets.set(event.ticket, applied(before, event))
  }
  const sorted = [...tickets].sort(([a], [b]) => (a < b ? -1 : 1))
  await writeJson('state.json', {
    open: sorted
      .filter(([, { open }]) => open)
      .map(([ticket, { priority, assignee }]) => ({ ticket, priority, assignee })),
    closed: sorted.filter(([, { open }]) => !open).map(([ticket]) => ticket),
  })
}
