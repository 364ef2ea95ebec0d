import { addressOf, mailOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Work out final offers by today's bands and the head's exceptions, and send the letters. */
export default async function sendOffers(): Promise<void> {
  const services = await openServices()
  const wishes = await readTable('wishes.csv', ['number', 'grade', 'wish'])
  const rows = services.notion.databases.find(({ title }) => title === 'Candidates')?.rows
  const bands = sheetRows(services, 'Bands')
  if (rows === undefined || bands === null) throw new Error('Candidates or Bands is missing')
  const exceptions = new Map(
    mailOf(services, 'recruiter')
      .filter(({ from }) => from === addressOf(services, 'head'))
      .flatMap(({ body }) => [...body.matchAll(/Exception: (\S+) at (\d+)/g)])
      .map((match) => [match[1]!, Number(match[2])]),
  )
  const offers: { number: string; annual: number; within: string }[] = []
  for (const { number, grade, wish } of wishes) {
    const [, low, high] = bands.find((row) => row[0] === grade)!.map(Number) as [number, number, number]
    const wanted = Number.parseFloat(wish!) * (/month/.test(wish!) ? 12 : 1)
    let [annual, within] = [wanted, 'yes']
    if (wanted < low) [annual, within] = [low, 'raised']
    if (wanted > high) [annual, within] = [high, 'cut']
    if (exceptions.has(number!)) [annual, within] = [exceptions.get(number!)!, 'exception']
    offers.push({ number: number!, annual, within })
    const row = rows.find(({ properties }) => properties.Number === number)
    if (row === undefined) throw new Error(`there is no candidate ${number}`)
    Object.assign(row.properties, { Offer: annual, Status: 'offered' })
    sendMail(services, {
      from: addressOf(services, 'recruiter'),
      to: [String(row.properties.Email)],
      subject: 'Our offer',
      body: `We offer you ${annual} a year and would be glad to have your answer by 2027-07-15.`,
    })
  }
  await writeTable('offers.csv', ['number', 'annual', 'within'], offers)
  await saveServices(services)
}
