import { addressOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, readText } from '../../../../../kit/solve.ts'

/** Find the approver of every new request, split ones by their sum, and ask each approver once. */
export default async function routeRequests(): Promise<void> {
  const services = await openServices()
  const limits = await readText('limits.md')
  const leads = new Map((await readTable('leads.csv', ['centre', 'lead'])).map(({ centre, lead }) => [centre!, lead!]))
  const rows = services.notion.databases.find(({ title }) => title === 'Requests')?.rows
  if (rows === undefined) throw new Error('there is no database Requests')
  const low = Number(/Up to ([\d.]+)/.exec(limits)?.[1])
  const [, high, head] = /up to ([\d.]+): (\S+@\S+)/.exec(limits) ?? []
  const [, top] = /Above [\d.]+: (\S+@\S+)/.exec(limits) ?? []
  if (head === undefined || top === undefined) throw new Error('limits.md names no approvers')
  const fresh = rows.map(({ properties }) => properties).filter(({ Status }) => Status === 'new')
  const asked = new Map<string, string[]>()
  for (const one of fresh) {
    const sum = fresh
      .filter((two) => two.Requester === one.Requester && two.Supplier === one.Supplier && two.Day === one.Day)
      .reduce((total, { Amount }) => total + Number(Amount), 0)
    const approver = sum <= low ? leads.get(String(one.Centre))! : sum <= Number(high) ? head : top
    Object.assign(one, { Approver: approver })
    asked.set(approver, [...(asked.get(approver) ?? []), `${one.Request}: ${Number(one.Amount).toFixed(2)}`])
  }
  for (const one of fresh) one.Status = 'asked'
  for (const [approver, lines] of asked)
    sendMail(services, {
      from: addressOf(services, 'buyer'),
      to: [approver],
      subject: 'Please approve',
      body: lines.join('\n'),
    })
  await saveServices(services)
}
