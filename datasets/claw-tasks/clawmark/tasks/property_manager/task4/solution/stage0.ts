import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Shortlist applicants for the vacant unit by income, household and pets. */
export default async () => {
  const services = await openServices()
  const unit = services.notion.databases
    .find(({ title }) => title === 'Units')
    ?.rows.find(({ properties }) => properties.Status === 'vacant')?.properties
  if (unit === undefined) throw new Error('no unit in Units is vacant')
  const columns = ['id', 'email', 'income', 'per', 'persons', 'pets']
  const latest = new Map((await readTable('applicants.csv', columns)).map((row) => [row.email!.toLowerCase(), row]))
  const shortlist = [...latest.values()].map((row) => {
    const monthly = Number(row.income) / (row.per === 'year' ? 12 : 1)
    const roomy = Number(row.persons) <= Number(unit['Max persons'])
    const fits = monthly >= 3 * Number(unit.Rent) && roomy && (row.pets === 'no' || unit.Pets === 'yes')
    return { id: row.id!, monthly_income: monthly.toFixed(2), verdict: fits ? 'yes' : 'no' }
  })
  await writeTable('shortlist.csv', ['id', 'monthly_income', 'verdict'], shortlist)
  unit.Applicants = shortlist.filter(({ verdict }) => verdict === 'yes').length
  unit.Status = 'viewing'
  await saveServices(services)
}
