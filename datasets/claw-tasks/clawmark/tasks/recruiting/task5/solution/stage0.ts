import { addressOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, readText, writeTable } from '../../../../../kit/solve.ts'

const days = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000

/** Find the earliest submission in the window for every hire, and tell agencies whom they own. */
export default async function assignSources(): Promise<void> {
  const services = await openServices()
  const submissions = await readTable('submissions.csv', ['email', 'source', 'kind', 'sent_on'])
  const window = Number(/in the (\d+) days before/.exec(await readText('fees.md'))?.[1])
  const rows = services.notion.databases.find(({ title }) => title === 'Candidates')?.rows
  if (rows === undefined) throw new Error('there is no database Candidates')
  const owned = new Map(
    submissions.filter(({ kind }) => kind === 'agency').map(({ source }) => [source!, [] as string[]]),
  )
  const owners = rows.map(({ properties }) => {
    const first = submissions
      .filter(({ email }) => email!.toLowerCase() === String(properties.Email).toLowerCase())
      .filter(({ sent_on }) => {
        const ago = days(sent_on!, String(properties.Applied))
        return ago >= 0 && ago <= window
      })
      .sort((a, b) => (a.sent_on! < b.sent_on! ? -1 : 1))[0]
    properties.Source = first?.source ?? 'direct'
    owned.get(String(properties.Source))?.push(String(properties.Name))
    return { number: String(properties.Number), source: properties.Source, kind: first?.kind ?? 'direct' }
  })
  await writeTable('owners.csv', ['number', 'source', 'kind'], owners)
  for (const [source, names] of owned)
    sendMail(services, {
      from: addressOf(services, 'recruiter'),
      to: [addressOf(services, source.split(' ')[0]!.toLowerCase())],
      subject: 'Your submissions',
      body: names.length === 0 ? 'You own none of the four.' : `You own: ${names.join(', ')}`,
    })
  await saveServices(services)
}
