import { addressOf, mailOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'

/** Commit what its own approver approved as far as the budget of today goes. */
export default async function commitApproved(): Promise<void> {
  const services = await openServices()
  const requests = services.notion.databases.find(({ title }) => title === 'Requests')?.rows
  const [head, ...budgets] = sheetRows(services, 'Budgets') ?? []
  if (requests === undefined || head === undefined) throw new Error('Requests or Budgets is missing')
  const mails = mailOf(services, 'buyer').filter(({ body }) => body.startsWith('Approved:'))
  const column = (name: string): number => head.indexOf(name)
  const short: string[] = []
  for (const { properties } of [...requests].sort((a, b) =>
    String(a.properties.Request) < String(b.properties.Request) ? -1 : 1,
  )) {
    const approved = mails.some(
      ({ from, body }) => from === properties.Approver && body.includes(String(properties.Request)),
    )
    if (!approved || properties.Status !== 'asked') continue
    const row = budgets.find(([centre]) => centre === properties.Centre)
    if (row === undefined) throw new Error(`there is no budget of ${properties.Centre}`)
    const value = (name: string): number => Number(row[column(name)])
    if (Number(properties.Amount) > value('budget') - value('spent') - value('committed')) {
      properties.Status = 'no budget'
      short.push(String(properties.Request))
      continue
    }
    properties.Status = 'approved'
    row[column('committed')] = (value('committed') + Number(properties.Amount)).toFixed(2)
  }
  if (short.length > 0)
    sendMail(services, {
      from: addressOf(services, 'buyer'),
      to: [addressOf(services, 'head')],
      subject: 'Approved but without budget',
      body: short.join('\n'),
    })
  await saveServices(services)
}
