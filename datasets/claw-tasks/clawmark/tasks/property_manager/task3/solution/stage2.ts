import { addEvent, addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { writeJson } from '../../../../../kit/solve.ts'

/** Settle a deposit: what is paid back, to which account, and by when. */
export default async () => {
  const services = await openServices()
  const lease = services.notion.databases
    .find(({ title }) => title === 'Leases')
    ?.rows.find(({ properties }) => properties.Status === 'inspected')?.properties
  const deadlines = services.calendar.calendars.find(({ name }) => name === 'Deadlines')
  if (lease === undefined || deadlines === undefined) throw new Error('an inspected lease or Deadlines is missing')
  const said = mailOf(services, 'moves').findLast(({ subject, from }) => subject === 'Deposit' && from === lease.Email)
  const account = /^Account: *(.+)$/m.exec(said?.body ?? '')?.[1]
  if (account === undefined) throw new Error('the tenant has named no account')
  const [deposit, damages, meters] = [Number(lease.Deposit), Number(lease.Damages), Number(lease.Meters)]
  const payback = Math.round((deposit - damages - meters) * 100) / 100
  await writeJson('settlement.json', { deposit, damages, meters, payback, account })
  let due = new Date(Date.parse(`${lease['Move out']}T00:00:00Z`) + 30 * 86_400_000)
  while (due.getUTCDay() === 0 || due.getUTCDay() === 6) due = new Date(due.getTime() - 86_400_000)
  const day = due.toISOString().slice(0, 10)
  addEvent(deadlines.events, {
    summary: `Pay back ${lease.Unit}`,
    dtstart: `${day}T09:00:00`,
    dtend: `${day}T09:30:00`,
  })
  lease.Status = 'settled'
  sendMail(services, {
    from: addressOf(services, 'moves'),
    to: [String(lease.Email)],
    subject: 'Settlement',
    body: `payback: ${payback.toFixed(2)}`,
  })
  await saveServices(services)
}
