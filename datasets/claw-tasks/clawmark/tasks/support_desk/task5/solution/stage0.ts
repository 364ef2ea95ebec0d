import { addEvent, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Give weeks of duty to agents in turn, passing over who is away, and enter them in the calendar. */
export default async () => {
  const services = await openServices()
  const agents = sheetRows(services, 'Agents')?.slice(1)
  const calendar = services.calendar.calendars.find(({ name }) => name === 'On call')
  if (agents === undefined || calendar === undefined) throw new Error('the sheet Agents or the calendar is missing')
  const plus = (day: string, days: number): string =>
    new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  const rota: Record<string, string>[] = []
  let turn = 0
  for (const { week, monday } of await readTable('weeks.csv', ['week', 'monday'])) {
    const order = [...agents.slice(turn), ...agents.slice(0, turn)]
    const chosen = order.find(([, , , from, to]) => from === '' || to! < monday! || from! > plus(monday!, 6))
    if (chosen === undefined) throw new Error(`everybody is away in ${week}`)
    turn = (agents.indexOf(chosen) + 1) % agents.length
    rota.push({ week: week!, agent: chosen[0]! })
    addEvent(calendar.events, {
      summary: `On call: ${chosen[0]}`,
      dtstart: `${monday}T08:00:00`,
      dtend: `${plus(monday!, 7)}T08:00:00`,
      description: chosen[1]!,
    })
  }
  await writeTable('rota.csv', ['week', 'agent'], rota)
  await saveServices(services)
}
