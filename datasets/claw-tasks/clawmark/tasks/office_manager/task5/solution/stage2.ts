import { addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readText } from '../../../../../kit/solve.ts'

/** End what the sender of a wish may end, and ask the director about everything else. */
export default async function sortWishes(): Promise<void> {
  const limit = Number(/Up to ([\d.]+)/.exec(await readText('policy.md'))?.[1])
  const services = await openServices()
  const contracts = services.notion.databases.find(({ title }) => title === 'Contracts')?.rows
  const house = services.calendar.calendars.find(({ name }) => name === 'House')
  if (contracts === undefined || house === undefined) throw new Error('Contracts or House is missing')
  const [office, director, facilities] = ['office', 'director', 'facilities'].map((user) =>
    addressOf(services, user),
  ) as [string, string, string]
  const questions: string[] = []
  for (const { from, body } of mailOf(services, 'office')) {
    const name = /Please end: ([^.]+)/.exec(body)?.[1]
    const row = contracts.find(({ properties }) => properties.Contract === name && properties.Status === 'active')
    if (row === undefined) continue
    const { Partner, Ends, Monthly } = row.properties
    if (from !== director && (from !== facilities || Number(Monthly) > limit)) {
      questions.push(`${name}: ${Monthly} a month`)
      continue
    }
    row.properties.Status = 'cancelled'
    house.events = house.events.filter(({ summary }) => summary !== `Notice: ${name}`)
    sendMail(services, {
      from: office,
      to: [addressOf(services, String(Partner))],
      subject: `End of ${name}`,
      body: `We end the contract ${name} on ${Ends}.`,
    })
  }
  if (questions.length > 0)
    sendMail(services, {
      from: office,
      to: [director],
      subject: 'Shall we end these contracts?',
      body: questions.join('\n'),
    })
  await saveServices(services)
}
