import { sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Book invoices gross on their budget lines, each once. */
export default async () => {
  const services = await openServices()
  const lines = sheetRows(services, 'Event budget')
  if (lines === null) throw new Error('there is no sheet Event budget')
  const spent = lines[0]!.indexOf('Spent')
  const posted = new Map<string, Record<string, string>>()
  for (const row of await readTable('invoices.csv', ['number', 'vendor', 'line', 'kind', 'net', 'vat_percent'])) {
    const key = `${row.vendor}/${row.number}`
    if (row.kind !== 'invoice' || posted.has(key)) continue
    const gross = Math.round(Number(row.net) * (100 + Number(row.vat_percent))) / 100
    const line = lines.find(([name]) => name === row.line)
    if (line === undefined) throw new Error(`there is no budget line ${row.line}`)
    line[spent] = (Number(line[spent]) + gross).toFixed(2)
    posted.set(key, { vendor: row.vendor!, number: row.number!, line: row.line!, gross: gross.toFixed(2) })
  }
  await writeTable('posted.csv', ['vendor', 'number', 'line', 'gross'], [...posted.values()])
  await saveServices(services)
}
