import { addressOf, mailOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'

/** Carry out the director's decisions, correct wrong confirmations, and enter what is saved. */
export default async function carryOutDecisions(): Promise<void> {
  const services = await openServices()
  const contracts = services.notion.databases.find(({ title }) => title === 'Contracts')?.rows
  const house = services.calendar.calendars.find(({ name }) => name === 'House')
  const savings = sheetRows(services, 'Savings')
  if (contracts === undefined || house === undefined || savings === null)
    throw new Error('Contracts, House or Savings is missing')
  const tell = (to: string, subject: string, body: string): void =>
    sendMail(services, { from: addressOf(services, 'office'), to: [to], subject, body })
  const ended = mailOf(services, 'office', 'Sent').map(({ subject }) => /^End of (.+)$/.exec(subject)?.[1])
  for (const { from, body } of mailOf(services, 'office')) {
    const wish = from === addressOf(services, 'director') ? /Please end: ([^.]+)/.exec(body)?.[1] : undefined
    const row = contracts.find(({ properties }) => properties.Contract === wish && properties.Status === 'active')
    if (row !== undefined) {
      row.properties.Status = 'cancelled'
      house.events = house.events.filter(({ summary }) => summary !== `Notice: ${wish}`)
      ended.push(wish)
      const partner = addressOf(services, String(row.properties.Partner))
      tell(partner, `End of ${wish}`, `We end the contract ${wish} on ${row.properties.Ends}.`)
    }
    const [, name, day] = /confirm the end of (.+) on (\d{4}-\d{2}-\d{2})/.exec(body) ?? []
    const confirmed = contracts.find(({ properties }) => properties.Contract === name)
    if (confirmed !== undefined && confirmed.properties.Ends !== day)
      tell(from, `Re: ${name}`, `By the contract, ${name} ends on ${confirmed.properties.Ends}. Please correct that.`)
  }
  for (const { properties } of contracts.filter((row) => ended.includes(String(row.properties.Contract))))
    savings.push([String(properties.Contract), String(properties.Monthly), String(properties.Ends).slice(0, 7)])
  await saveServices(services)
}
