import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, readText, writeTable } from '../../../../../kit/solve.ts'

/** Hold fee invoices against owners and salaries, and enter what is owed. */
export default async function checkFees(): Promise<void> {
  const services = await openServices()
  const invoices = await readTable('fee_invoices.csv', ['invoice', 'agency', 'email', 'amount'])
  const owners = await readTable('owners.csv', ['number', 'source', 'kind'])
  const rules = await readText('fees.md')
  const rows = services.notion.databases.find(({ title }) => title === 'Candidates')?.rows
  const sheet = sheetRows(services, 'Fees')
  if (rows === undefined || sheet === null) throw new Error('Candidates or Fees is missing')
  const [, usual, high, from] = /owed (\d+) % of the yearly salary, (\d+) % from grade G(\d+)/
    .exec(rules)!
    .map(Number) as [number, number, number, number]
  const bonus = Number(/is owed ([\d.]+): half/.exec(rules)?.[1])
  const faults = new Map<string, string[]>()
  const checked = invoices.map(({ invoice, agency, email, amount }) => {
    const hire = rows.find(({ properties }) => properties.Email === email)!.properties
    const owns = hire.Source === agency
    const rate = Number(String(hire.Grade).slice(1)) >= from ? high : usual
    const owed = owns ? ((Number(hire.Salary) * rate) / 100).toFixed(2) : '0.00'
    const right = Number(owed) === Number(amount)
    const result = owns ? (right ? 'ok' : 'wrong amount') : 'not owner'
    if (owns) sheet.push([String(hire.Number), agency!, 'fee', owed])
    if (result !== 'ok') faults.set(agency!, [...(faults.get(agency!) ?? []), `${invoice}: ${result}, we owe ${owed}`])
    return { invoice: invoice!, result, owed }
  })
  for (const { number, source } of owners.filter(({ kind }) => kind === 'referral'))
    sheet.push([number!, source!, 'referral', (bonus / 2).toFixed(2)])
  await writeTable('fee_check.csv', ['invoice', 'result', 'owed'], checked)
  for (const [agency, lines] of faults)
    sendMail(services, {
      from: addressOf(services, 'recruiter'),
      to: [addressOf(services, agency.split(' ')[0]!.toLowerCase())],
      subject: 'Your invoices',
      body: lines.join('\n'),
    })
  await saveServices(services)
}
