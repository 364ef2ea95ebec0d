import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, readText, writeTable } from '../../../../../kit/solve.ts'

/** Score every candidate from the cards that count, rank them, and tell the chair. */
export default async function scoreCards(): Promise<void> {
  const services = await openServices()
  const rules = await readText('weights.md')
  const conflicts = await readTable('conflicts.csv', ['interviewer', 'candidate'])
  const candidates = services.notion.databases.find(({ title }) => title === 'Candidates')?.rows
  const [head, ...cards] = sheetRows(services, 'Scorecards') ?? []
  if (candidates === undefined || head === undefined) throw new Error('Candidates or Scorecards is missing')
  const cell = (row: string[], name: string): string => row[head.indexOf(name)] ?? ''
  const weights = ['craft', 'team', 'clarity'].map(
    (name) => [name, Number(new RegExp(`${name} ([\\d.]+)`).exec(rules)?.[1])] as const,
  )
  const ranking = candidates.map(({ properties }) => {
    const number = String(properties.Number)
    const own = cards.filter(
      (row) =>
        cell(row, 'candidate') === number &&
        !conflicts.some((one) => one.candidate === number && one.interviewer === cell(row, 'interviewer')),
    )
    const counted = [...new Map(own.map((row) => [cell(row, 'interviewer'), row])).values()]
    const sum = counted
      .flatMap((row) =>
        weights.map(([name, weight]) => (100 * weight * Number(cell(row, name))) / Number(cell(row, 'scale'))),
      )
      .reduce((total, part) => total + part, 0)
    properties.Score = Math.round((10 * sum) / counted.length) / 10
    return { candidate: number, score: properties.Score.toFixed(1), cards: counted.length }
  })
  ranking.sort((a, b) => Number(b.score) - Number(a.score))
  await writeTable('ranking.csv', ['candidate', 'score', 'cards'], ranking)
  sendMail(services, {
    from: addressOf(services, 'recruiter'),
    to: [addressOf(services, 'chair')],
    subject: 'Scores of the interviews',
    body: ranking.map(({ candidate, score }) => `${candidate}: ${score}`).join('\n'),
  })
  await saveServices(services)
}
