import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, readText, writeTable } from '../../../../../kit/solve.ts'

const marks = ['craft', 'team', 'clarity']

/** Add late cards, score again by cards and conflicts of today, and choose the final round. */
export default async function chooseFinalRound(): Promise<void> {
  const services = await openServices()
  const rules = await readText('weights.md')
  const late = await readTable('late_cards.csv', ['candidate', 'interviewer', 'scale', ...marks])
  const barred = (await readTable('conflicts.csv', ['interviewer', 'candidate'])).map(
    (row) => `${row.interviewer} ${row.candidate}`,
  )
  const candidates = services.notion.databases.find(({ title }) => title === 'Candidates')?.rows
  const sheet = sheetRows(services, 'Scorecards')
  if (candidates === undefined || sheet === null) throw new Error('Candidates or Scorecards is missing')
  const head = sheet[0]!
  sheet.push(...late.map((card) => head.map((name) => card[name]!)))
  const cards = sheet.slice(1).map((row) => Object.fromEntries(head.map((name, k) => [name, row[k]!])))
  const weight = (name: string): number => Number(new RegExp(`${name} ([\\d.]+)`).exec(rules)?.[1])
  const value = (card: Record<string, string>): number =>
    marks.reduce((sum, name) => sum + (100 * weight(name) * Number(card[name])) / Number(card.scale), 0)
  const ranking = candidates.map(({ properties }) => {
    const valid = new Map<string, number>()
    for (const card of cards)
      if (card.candidate === properties.Number && !barred.includes(`${card.interviewer} ${card.candidate}`))
        valid.set(card.interviewer!, value(card))
    const mean = [...valid.values()].reduce((sum, one) => sum + one, 0) / valid.size
    return { properties, score: Math.round(mean * 10) / 10, cards: valid.size }
  })
  ranking.sort((a, b) => b.score - a.score)
  const enough = ranking.filter((one) => one.cards >= 2)
  for (const one of ranking) {
    const place = enough.indexOf(one)
    Object.assign(one.properties, {
      Score: one.score,
      Status: place < 0 ? 'card missing' : place < 2 ? 'final round' : 'hold',
    })
  }
  const rows = ranking.map(({ properties, score, cards }) => ({
    candidate: String(properties.Number),
    score: score.toFixed(1),
    cards,
  }))
  await writeTable('ranking.csv', ['candidate', 'score', 'cards'], rows)
  const missing = ranking.filter((one) => one.cards < 2).map(({ properties }) => properties.Number)
  const best = enough.slice(0, 2).map(({ properties, score }) => `${properties.Number}: ${score}`)
  sendMail(services, {
    from: addressOf(services, 'recruiter'),
    to: [addressOf(services, 'chair')],
    subject: 'Final round',
    body: `Final round:\n${best.join('\n')}\nA card is missing for: ${missing.join(', ')}`,
  })
  await saveServices(services)
}
