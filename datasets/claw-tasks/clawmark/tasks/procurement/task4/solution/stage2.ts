import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Turn commitments into what was spent, release what was withdrawn, and report what is left. */
export default async function closeMonth(): Promise<void> {
  const services = await openServices()
  const actuals = await readTable('actuals.csv', ['request', 'invoiced'])
  const leads = await readTable('leads.csv', ['centre', 'lead'])
  const requests = services.notion.databases.find(({ title }) => title === 'Requests')?.rows
  const [head, ...budgets] = sheetRows(services, 'Budgets') ?? []
  if (requests === undefined || head === undefined) throw new Error('Requests or Budgets is missing')
  const [spent, committed] = [head.indexOf('spent'), head.indexOf('committed')] as [number, number]
  for (const { properties } of requests) {
    const invoiced = actuals.find(({ request }) => request === properties.Request)?.invoiced
    if (invoiced === undefined && properties.Status !== 'withdrawn') continue
    const row = budgets.find(([centre]) => centre === properties.Centre)!
    row[committed] = (Number(row[committed]) - Number(properties.Amount)).toFixed(2)
    row[spent] = (Number(row[spent]) + Number(invoiced ?? 0)).toFixed(2)
    if (invoiced !== undefined) properties.Status = 'closed'
  }
  const report = budgets.map((row) => {
    const left = Number(row[1]) - Number(row[spent]) - Number(row[committed])
    return { centre: row[0]!, budget: row[1]!, spent: row[spent]!, committed: row[committed]!, left: left.toFixed(2) }
  })
  await writeTable('month_end.csv', ['centre', 'budget', 'spent', 'committed', 'left'], report)
  for (const { centre, left } of report)
    sendMail(services, {
      from: addressOf(services, 'buyer'),
      to: [leads.find((one) => one.centre === centre)!.lead!],
      subject: 'Your budget at the end of the month',
      body: `${centre} has ${left} left.`,
    })
  await saveServices(services)
}
