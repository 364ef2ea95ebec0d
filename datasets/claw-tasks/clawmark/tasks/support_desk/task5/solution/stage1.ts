import { addressOf, mailOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Decide swaps of weeks: made only when both holders ask for them and are there. */
export default async () => {
  const services = await openServices()
  const agents = sheetRows(services, 'Agents')?.slice(1)
  const calendar = services.calendar.calendars.find(({ name }) => name === 'On call')
  if (agents === undefined || calendar === undefined) throw new Error('the sheet Agents or the calendar is missing')
  const mondays = new Map(
    (await readTable('weeks.csv', ['week', 'monday'])).map(({ week, monday }) => [week!, monday!]),
  )
  const asked = new Map<string, string[]>()
  for (const { from, subject, body } of mailOf(services, 'rota')) {
    const line = body.split('\n')[0]!.trim()
    if (subject === 'Swap') asked.set(line, [...(asked.get(line) ?? []), from])
  }
  const eventIn = (week: string) => calendar.events.find(({ dtstart }) => dtstart.startsWith(mondays.get(week)!))!
  const holder = (week: string) => agents.find(([id]) => eventIn(week).summary === `On call: ${id}`)!
  const away = ([, , , from, to]: string[], week: string): boolean => {
    const last = new Date(Date.parse(`${mondays.get(week)}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10)
    return from !== '' && from! <= last && to! >= mondays.get(week)!
  }
  const swaps: Record<string, string>[] = []
  for (const [swap, senders] of asked) {
    const [one = '', other = ''] = swap.split(' with ')
    const [left, right] = [holder(one), holder(other)]
    const both = senders.includes(left[2]!) && senders.includes(right[2]!)
    const decision = !both ? 'one side only' : away(left, other) || away(right, one) ? 'away' : 'made'
    swaps.push({ swap, decision })
    if (decision !== 'made') continue
    Object.assign(eventIn(one), { summary: `On call: ${right[0]}`, description: right[1] })
    Object.assign(eventIn(other), { summary: `On call: ${left[0]}`, description: left[1] })
    for (const [, , address] of [left, right])
      sendMail(services, { from: addressOf(services, 'rota'), to: [address!], subject: 'Swap made', body: swap })
  }
  await writeTable('swaps.csv', ['swap', 'decision'], swaps)
  const rota = [...mondays.keys()].map((week) => ({ week, agent: holder(week)[0]! }))
  await writeTable('rota.csv', ['week', 'agent'], rota)
  await saveServices(services)
}
