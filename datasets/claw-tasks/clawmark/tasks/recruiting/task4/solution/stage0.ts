import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Turn wishes into yearly sums within the bands, and tell the head whose wishes were cut. */
export default async function prepareOffers(): Promise<void> {
  const services = await openServices()
  const wishes = await readTable('wishes.csv', ['number', 'grade', 'wish'])
  const rows = services.notion.databases.find(({ title }) => title === 'Candidates')?.rows
  const [head, ...bands] = sheetRows(services, 'Bands') ?? []
  if (rows === undefined || head === undefined) throw new Error('Candidates or Bands is missing')
  const cut: string[] = []
  const offers = wishes.map(({ number, grade, wish }) => {
    const band = bands.find((row) => row[head.indexOf('grade')] === grade)
    const row = rows.find(({ properties }) => properties.Number === number)
    if (band === undefined || row === undefined) throw new Error(`there is no band or no candidate for ${number}`)
    const [min, max] = [Number(band[head.indexOf('min')]), Number(band[head.indexOf('max')])]
    const wanted = Number.parseFloat(wish!) * (wish!.includes('month') ? 12 : 1)
    const annual = Math.min(Math.max(wanted, min), max)
    row.properties.Offer = annual
    if (wanted > max) cut.push(`${number} wished for ${wanted}`)
    return { number: number!, annual, within: wanted < min ? 'raised' : wanted > max ? 'cut' : 'yes' }
  })
  await writeTable('offers.csv', ['number', 'annual', 'within'], offers)
  sendMail(services, {
    from: addressOf(services, 'recruiter'),
    to: [addressOf(services, 'head')],
    subject: 'Wishes above the band',
    body: cut.join('\n'),
  })
  await saveServices(services)
}
