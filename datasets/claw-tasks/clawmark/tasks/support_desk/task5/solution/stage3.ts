import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readJson, readTable, writeTable } from '../../../../../kit/solve.ts'

const until = '2027-07-05T08:00:00'

/** Work out the pay of on-call weeks and call-outs, and send it to payroll. */
export default async () => {
  const services = await openServices()
  const agents = sheetRows(services, 'Agents')
  const calendar = services.calendar.calendars.find(({ name }) => name === 'On call')
  if (agents === null || calendar === undefined) throw new Error('the sheet Agents or the calendar is missing')
  const rates = await readJson<{ week: number; weighted_hour: number }>('rates.json')
  const callouts = await readTable('callouts.csv', ['agent', 'weighted_hours'])
  const pay = agents
    .slice(1)
    .map(([id]) => {
      const done = calendar.events.filter(({ summary, dtend }) => summary === `On call: ${id}` && dtend <= until)
      const hours = Number(callouts.find(({ agent }) => agent === id)?.weighted_hours ?? 0)
      return {
        agent: id!,
        weeks: done.length,
        cents: Math.round(done.length * rates.week + hours * rates.weighted_hour),
      }
    })
    .filter(({ cents }) => cents > 0)
    .map(({ agent, weeks, cents }) => ({ agent, weeks, amount: (cents / 100).toFixed(2) }))
    .sort((a, b) => (a.agent < b.agent ? -1 : 1))
  await writeTable('pay.csv', ['agent', 'weeks', 'amount'], pay)
  const total = pay.reduce((sum, { amount }) => sum + Number(amount), 0).toFixed(2)
  sendMail(services, {
    from: addressOf(services, 'rota'),
    to: [addressOf(services, 'payroll')],
    subject: 'On-call pay',
    body: [...pay.map(({ agent, amount }) => `${agent}: ${amount}`), `total: ${total}`].join('\n'),
  })
  await saveServices(services)
}
