import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { writeTable } from '../../../../../kit/solve.ts'

const today = '2027-05-11'

/** List arrears with late fees and remind tenants who have no agreement that runs. */
export default async () => {
  const services = await openServices()
  const units = sheetRows(services, 'Rent roll')?.slice(1)
  const leases = services.notion.databases.find(({ title }) => title === 'Leases')
  if (units === undefined || leases === undefined) throw new Error('the sheet Rent roll or the Leases are missing')
  const arrears: Record<string, string>[] = []
  for (const [unit, , email, rent, paid] of units) {
    const missing = Number(rent) - Number(paid)
    if (missing <= 0) continue
    const agreement = String(leases.rows.find(({ properties }) => properties.Unit === unit)?.properties.Agreement ?? '')
    const runs = (/\d{4}-\d\d-\d\d/.exec(agreement)?.[0] ?? '') >= today
    const fee = !runs && missing > 100 ? 25 : 0
    const total = (missing + fee).toFixed(2)
    arrears.push({ unit: unit!, missing: missing.toFixed(2), fee: fee.toFixed(2), total })
    const from = addressOf(services, 'rents')
    if (!runs) sendMail(services, { from, to: [email!], subject: 'Reminder', body: `Unit ${unit}\ntotal: ${total}` })
  }
  await writeTable('arrears.csv', ['unit', 'missing', 'fee', 'total'], arrears)
  await saveServices(services)
}
