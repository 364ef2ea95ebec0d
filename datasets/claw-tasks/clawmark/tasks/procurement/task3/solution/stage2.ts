import { addEvent, addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'

/** Enter confirmed accounts, block denied ones, and remind of the certificates of active suppliers. */
export default async function closeCallbacks(): Promise<void> {
  const services = await openServices()
  const suppliers = services.notion.databases.find(({ title }) => title === 'Suppliers')?.rows
  const calls = sheetRows(services, 'Callbacks')
  const deadlines = services.calendar.calendars.find(({ name }) => name === 'Deadlines')?.events
  if (suppliers === undefined || calls === null || deadlines === undefined)
    throw new Error('Suppliers, Callbacks or Deadlines is missing')
  for (const [number, iban, result] of calls.slice(1)) {
    const row = suppliers.find(({ properties }) => properties.Number === number)
    if (row === undefined) throw new Error(`there is no supplier ${number}`)
    if (result === 'confirmed') Object.assign(row.properties, { IBAN: iban, Status: 'active' })
    if (result !== 'denied') continue
    row.properties.Status = 'blocked'
    sendMail(services, {
      from: addressOf(services, 'buyer'),
      to: [addressOf(services, 'security')],
      subject: 'A supplier knows nothing of its new account',
      body: `Supplier ${number} denied the change; it is blocked.`,
    })
  }
  for (const { properties } of suppliers.filter((row) => row.properties.Status === 'active')) {
    const day = new Date(Date.parse(`${properties.Certificate}T00:00:00Z`) - 30 * 86_400_000).toISOString().slice(0, 10)
    addEvent(deadlines, {
      summary: `Certificate ${properties.Number}`,
      dtstart: `${day}T10:00:00`,
      dtend: `${day}T10:30:00`,
    })
  }
  await saveServices(services)
}
