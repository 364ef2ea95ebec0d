import { addressOf, mailOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'

/** Put account changes from the right address on the list of calls, and report strange senders. */
export default async function screenAccountChanges(): Promise<void> {
  const services = await openServices()
  const suppliers = services.notion.databases.find(({ title }) => title === 'Suppliers')?.rows
  const calls = sheetRows(services, 'Callbacks')
  if (suppliers === undefined || calls === null) throw new Error('Suppliers or Callbacks is missing')
  const strange: string[] = []
  for (const { from, body } of mailOf(services, 'buyer')) {
    const [, number, iban] = /supplier (\d+) to our new account.*IBAN (\w+)/.exec(body) ?? []
    const row = suppliers.find(({ properties }) => properties.Number === number)
    if (row === undefined || iban === undefined) continue
    if (row.properties.Mail !== from) strange.push(`Somebody at ${from} wants another account for supplier ${number}.`)
    else if (row.properties.Status === 'active') {
      row.properties.Status = 'callback'
      calls.push([number!, iban, ''])
    }
  }
  if (strange.length > 0)
    sendMail(services, {
      from: addressOf(services, 'buyer'),
      to: [addressOf(services, 'security')],
      subject: 'Suspicious wish for another account',
      body: strange.join('\n'),
    })
  await saveServices(services)
}
