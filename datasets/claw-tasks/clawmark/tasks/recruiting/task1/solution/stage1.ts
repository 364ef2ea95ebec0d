import { addRow, mailOf, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

/** Screen old and late applications again by today's requisitions, and enter withdrawals by the sender's address. */
export default async function rescreen(): Promise<void> {
  const services = await openServices()
  const columns = ['number', 'name', 'email', 'role', 'years', 'languages', 'sent_at']
  const all = [
    ...(await readTable('applications.csv', columns)),
    ...(await readTable('late_applications.csv', columns)),
  ]
  const candidates = services.notion.databases.find(({ title }) => title === 'Candidates')
  const [head, ...requisitions] = sheetRows(services, 'Requisitions') ?? []
  if (candidates === undefined || head === undefined) throw new Error('Candidates or Requisitions is missing')
  const gone = mailOf(services, 'recruiter')
    .filter(({ body }) => /withdraw my application/i.test(body))
    .map(({ from }) => from)
  const screened = (one: Record<string, string>): { Status: string; Reason: string } => {
    if (gone.includes(one.email!)) return { Status: 'withdrawn', Reason: '' }
    const wanted = requisitions.find((row) => row[head.indexOf('role')] === one.role)!
    const want = (column: string): string => wanted[head.indexOf(column)]!
    if (one.sent_at! > want('closes')) return { Status: 'regret', Reason: 'late' }
    if (Number(one.years) < Number(want('min years'))) return { Status: 'regret', Reason: 'years' }
    const speaks = one.languages!.split(';').includes(want('language'))
    return speaks ? { Status: 'longlist', Reason: '' } : { Status: 'regret', Reason: 'language' }
  }
  for (const one of all) {
    const row =
      candidates.rows.find(({ properties }) => properties.Number === one.number) ??
      addRow(candidates, { Number: one.number!, Name: one.name!, Email: one.email!, Role: one.role! })
    Object.assign(row.properties, screened(one))
  }
  await saveServices(services)
}
