import { addRow, addressOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

const today = '2027-04-12'

/** ISO 7064 remainder of an account number. */
function remainder(iban: string): number {
  const turned = iban.slice(4) + iban.slice(0, 4)
  return [...turned].reduce((left, letter) => Number(`${left}${Number.parseInt(letter, 36)}`) % 97, 0)
}

/** Register complete applications of firms that are not known, and tell the others what is missing. */
export default async function registerSuppliers(): Promise<void> {
  const services = await openServices()
  const applications = await readTable('applications.csv', ['name', 'tax_id', 'iban', 'certificate_until', 'mail'])
  const database = services.notion.databases.find(({ title }) => title === 'Suppliers')
  if (database?.schema['Tax id'] === undefined) throw new Error('there is no database Suppliers with tax ids')
  for (const { name, tax_id, iban, certificate_until, mail } of applications) {
    if (tax_id !== '' && database.rows.some(({ properties }) => properties['Tax id'] === tax_id)) continue
    const wrong = [
      tax_id === '' ? 'tax_id' : '',
      remainder(iban!) === 1 ? '' : 'iban',
      certificate_until! > today ? '' : 'certificate_until',
    ].filter((column) => column !== '')
    if (wrong.length > 0) {
      sendMail(services, {
        from: addressOf(services, 'buyer'),
        to: [mail!],
        subject: 'Your application',
        body: `Please correct: ${wrong.join(', ')}.`,
      })
      continue
    }
    const highest = Math.max(...database.rows.map(({ properties }) => Number(properties.Number)))
    addRow(database, {
      Supplier: name!,
      Number: String(highest + 1),
      'Tax id': tax_id!,
      IBAN: iban!,
      Mail: mail!,
      Certificate: certificate_until!,
      Status: 'active',
    })
  }
  await saveServices(services)
}
