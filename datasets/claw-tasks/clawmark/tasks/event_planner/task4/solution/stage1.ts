import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeJson, writeTable } from '../../../../../kit/solve.ts'

/** Book a month exported in cents on top of what is posted, and report the lines above their budget. */
export default async () => {
  const services = await openServices()
  const lines = sheetRows(services, 'Event budget')
  if (lines === null) throw new Error('there is no sheet Event budget')
  const posted = await readTable('posted.csv', ['vendor', 'number', 'line', 'gross'])
  const known = new Set(posted.map(({ vendor, number }) => `${vendor}/${number}`))
  for (const row of await readTable('invoices_may.csv', [
    'number',
    'vendor',
    'line',
    'kind',
    'net_cents',
    'vat_percent',
  ])) {
    if (row.kind !== 'invoice' || known.has(`${row.vendor}/${row.number}`)) continue
    known.add(`${row.vendor}/${row.number}`)
    const gross = Math.round((Number(row.net_cents) * (100 + Number(row.vat_percent))) / 100) / 100
    const line = lines.find(([name]) => name === row.line)
    if (line === undefined) throw new Error(`there is no budget line ${row.line}`)
    line[2] = (Number(line[2]) + gross).toFixed(2)
    posted.push({ vendor: row.vendor!, number: row.number!, line: row.line!, gross: gross.toFixed(2) })
  }
  await writeTable('posted.csv', ['vendor', 'number', 'line', 'gross'], posted)
  const over = lines
    .slice(1)
    .map(([line, budget, spent]) => [line!, Math.round((Number(spent) - Number(budget)) * 100) / 100] as const)
    .filter(([, amount]) => amount > 0)
  await writeJson('overspend.json', Object.fromEntries(over))
  sendMail(services, {
    from: addressOf(services, 'books'),
    to: [addressOf(services, 'treasurer')],
    subject: 'Overspend',
    body: over.map(([line, amount]) => `${line}: ${amount.toFixed(2)}`).join('\n'),
  })
  await saveServices(services)
}
