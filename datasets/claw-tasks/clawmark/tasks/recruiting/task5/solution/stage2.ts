import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readText } from '../../../../../kit/solve.ts'

const today = '2027-11-03'
const days = (from: unknown, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000

/** Claim fees back for those who left early, and pay the second half of referrals. */
export default async function settleAfterMonths(): Promise<void> {
  const services = await openServices()
  const rules = await readText('fees.md')
  const rows = services.notion.databases.find(({ title }) => title === 'Candidates')?.rows
  const sheet = sheetRows(services, 'Fees')
  if (rows === undefined || sheet === null) throw new Error('Candidates or Fees is missing')
  const [, all, half] = /within (\d+) days of the first day.*within (\d+) days half/.exec(rules)!.map(Number) as [
    number,
    number,
    number,
  ]
  const wait = Number(/half after (\d+) days/.exec(rules)?.[1])
  const mail = (to: string, subject: string, body: string): void =>
    sendMail(services, { from: addressOf(services, 'recruiter'), to: [addressOf(services, to)], subject, body })
  for (const { properties } of rows) {
    const left = String(properties.Left ?? '')
    const paid = sheet.find((row) => row[0] === properties.Number)
    if (left !== '') properties.Status = 'left'
    if (paid === undefined) continue
    const amount = Number(paid[3])
    if (paid[2] === 'fee' && left !== '') {
      const stayed = days(properties.Starts, left)
      const back = stayed <= all ? amount : stayed <= half ? amount / 2 : 0
      if (back === 0) continue
      sheet.push([paid[0]!, paid[1]!, 'refund', (-back).toFixed(2)])
      mail(
        paid[1]!.split(' ')[0]!.toLowerCase(),
        'Refund',
        `${properties.Name} left; please pay back ${back.toFixed(2)}.`,
      )
    }
    if (paid[2] === 'referral' && left === '' && days(properties.Starts, today) >= wait) {
      sheet.push([paid[0]!, paid[1]!, 'referral', amount.toFixed(2)])
      mail('payroll', 'Second half of a referral', `Please pay ${paid[1]} ${amount.toFixed(2)}.`)
    }
  }
  await saveServices(services)
}
