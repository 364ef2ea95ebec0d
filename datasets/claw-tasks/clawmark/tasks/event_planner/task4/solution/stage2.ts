import { addressOf, mailOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readText, writeTable } from '../../../../../kit/solve.ts'

/** Decide requests to move budget between lines by the policy, and answer them. */
export default async () => {
  const services = await openServices()
  const mandate = /\((\S+@\S+)\)/.exec(await readText('policy.md'))?.[1]
  const lines = sheetRows(services, 'Event budget')
  if (lines === null || mandate === undefined) throw new Error('the sheet Event budget or the mandate is missing')
  const decisions: Record<string, string>[] = []
  for (const mail of mailOf(services, 'books').filter(({ subject }) => subject === 'Transfer')) {
    const said = (key: string): string => new RegExp(`^${key}: *(.+)$`, 'm').exec(mail.body)?.[1] ?? ''
    const [from, to, amount] = [said('From'), said('To'), Number(said('Amount'))]
    const giver = lines.find(([line]) => line === from)
    const taker = lines.find(([line]) => line === to)
    if (giver === undefined || taker === undefined) throw new Error(`there is no budget line ${from} or ${to}`)
    const covered = Number(giver[1]) - amount >= Number(giver[2])
    const decision = mail.from !== mandate ? 'no mandate' : covered ? 'booked' : 'not covered'
    if (decision === 'booked') {
      giver[1] = String(Number(giver[1]) - amount)
      taker[1] = String(Number(taker[1]) + amount)
    }
    decisions.push({ from, to, amount: String(amount), decision })
    sendMail(services, {
      from: addressOf(services, 'books'),
      to: [mail.from],
      subject: `Transfer: ${decision}`,
      body: `${from} to ${to}, ${amount}: ${decision}.`,
    })
  }
  await writeTable('transfers.csv', ['from', 'to', 'amount', 'decision'], decisions)
  await saveServices(services)
}
