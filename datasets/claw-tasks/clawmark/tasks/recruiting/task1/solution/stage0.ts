import { addRow, addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

/** Screen all applications against the requisitions and tell managers their longlists. */
export default async function screenApplications(): Promise<void> {
  const services = await openServices()
  const columns = ['number', 'name', 'email', 'role', 'years', 'languages', 'sent_at']
  const applications = await readTable('applications.csv', columns)
  const managers = await readTable('managers.csv', ['role', 'manager'])
  const candidates = services.notion.databases.find(({ title }) => title === 'Candidates')
  const [head, ...requisitions] = sheetRows(services, 'Requisitions') ?? []
  if (candidates === undefined || head === undefined) throw new Error('Candidates or Requisitions is missing')
  for (const { number, name, email, role, years, languages, sent_at } of applications) {
    const wanted = requisitions.find((row) => row[head.indexOf('role')] === role)
    if (wanted === undefined) throw new Error(`there is no requisition for ${role}`)
    const want = (column: string): string => wanted[head.indexOf(column)]!
    let reason = languages!.split(';').includes(want('language')) ? '' : 'language'
    if (Number(years) < Number(want('min years'))) reason = 'years'
    if (sent_at! > want('closes')) reason = 'late'
    const Status = reason === '' ? 'longlist' : 'regret'
    addRow(candidates, { Number: number!, Name: name!, Email: email!, Role: role!, Status, Reason: reason })
  }
  for (const { role, manager } of managers)
    sendMail(services, {
      from: addressOf(services, 'recruiter'),
      to: [manager!],
      subject: `Longlist: ${role}`,
      body: candidates.rows
        .filter(({ properties }) => properties.Role === role && properties.Status === 'longlist')
        .map(({ properties }) => String(properties.Number))
        .join('\n'),
    })
  await saveServices(services)
}
