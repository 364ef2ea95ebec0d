import { addEvent, addressOf, mailOf, type Row, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Decide objections to receipts, make the statements out anew and plan the payments. */
export default async () => {
  const services = await openServices()
  const units = services.notion.databases
    .find(({ title }) => title === 'Units')
    ?.rows.map(({ properties }) => properties)
  const prepayments = sheetRows(services, 'Prepayments')
  const deadlines = services.calendar.calendars.find(({ name }) => name === 'Deadlines')
  if (units === undefined || prepayments === null || deadlines === undefined)
    throw new Error('Units, Prepayments or Deadlines is missing')
  const receipts = await readTable('receipts.csv', ['receipt', 'house'])
  const objections = mailOf(services, 'charges')
    .filter(({ subject }) => subject === 'Objection')
    .map(({ from, body }) => {
      const receipt = /^Receipt: *(\S+)/m.exec(body)?.[1] ?? ''
      const foreign = receipts.some((one) => one.receipt === receipt && one.house !== 'Ashgrove')
      const unit = units.find(({ Email }) => Email === from)
      return {
        receipt,
        sender: from,
        unit,
        decision: unit === undefined ? 'not entitled' : foreign ? 'accepted' : 'rejected',
      }
    })
  const rows = objections.map(({ receipt, sender, decision }) => ({ receipt, sender, decision }))
  await writeTable('objections.csv', ['receipt', 'sender', 'decision'], rows)
  const out = objections.filter(({ decision }) => decision === 'accepted').map(({ receipt }) => receipt)
  const costs = (await readTable('costs.csv', ['receipt', 'amount', 'key'])).filter(
    ({ receipt }) => !out.includes(receipt!),
  )
  const once = new Map(costs.map((cost) => [cost.receipt!, cost]))
  const weigh = (unit: Row['properties'], key: string): number => {
    if (key === 'persons') return Number(unit.Persons)
    if (key === 'unit') return 1
    const size = Number.parseFloat(String(unit.Area))
    return key === 'area' ? Math.round(String(unit.Area).endsWith('sqft') ? size * 0.0929 : size) : 0
  }
  const balances = new Map<string, string>()
  const statements = units.map((unit) => {
    let year = 0
    for (const { amount, key } of once.values()) {
      const whole = units.reduce((all, one) => all + weigh(one, key!), 0)
      if (whole > 0) year += (Number(amount) * weigh(unit, key!)) / whole
    }
    const [, paid, every] = prepayments.find(([name]) => name === unit.Unit)!
    const months = Number(unit['Months let'])
    const [charge, prepaid] = [(year * months) / 12, (Number(paid) * months) / (every === 'quarter' ? 3 : 1)]
    const balance = (prepaid - charge).toFixed(2)
    balances.set(String(unit.Unit), balance)
    return { unit: String(unit.Unit), charge: charge.toFixed(2), prepaid: prepaid.toFixed(2), balance }
  })
  await writeTable('statements.csv', ['unit', 'charge', 'prepaid', 'balance'], statements)
  for (const [unit, balance] of balances)
    if (Number(balance) > 0)
      addEvent(deadlines.events, {
        summary: `Pay ${unit} ${balance}`,
        dtstart: '2027-06-09T09:00:00',
        dtend: '2027-06-09T09:30:00',
      })
  for (const { sender, unit, decision } of objections) {
    if (unit === undefined) continue
    const body = `decision: ${decision}\nbalance: ${balances.get(String(unit.Unit))}`
    sendMail(services, { from: addressOf(services, 'charges'), to: [sender], subject: 'Your objection', body })
  }
  await saveServices(services)
}
