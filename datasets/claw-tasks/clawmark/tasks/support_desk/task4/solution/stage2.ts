import { addEvent } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

const today = '2027-03-05'
const firstDay = Date.UTC(2027, 2, 12)

/** Retire articles nobody reads and plan reviews of those that help nobody. */
export default async () => {
  const services = await openServices()
  const articles = services.notion.databases.find(({ title }) => title === 'Articles')
  const reviews = services.calendar.calendars.find(({ name }) => name === 'Reviews')
  if (articles === undefined || reviews === undefined) throw new Error('Articles or the calendar Reviews is missing')
  const lines = await readTable('visits.csv', ['slug', 'visits', 'helpful'])
  const cleaning: Record<string, string | number>[] = []
  let planned = 0
  for (const slug of [...new Set(lines.map((line) => line.slug!))].sort()) {
    const article = articles.rows.find(({ properties }) => properties.Slug === slug)?.properties
    if (article?.Status !== 'published') continue
    const sum = (column: string): number =>
      lines.filter((line) => line.slug === slug).reduce((total, line) => total + Number(line[column]), 0)
    const [visits, helpful] = [sum('visits'), sum('helpful')]
    const waiting = reviews.events.some(
      ({ summary, dtstart }) => summary === `Review: ${slug}` && dtstart.slice(0, 10) > today,
    )
    const poor = waiting ? 'review planned' : 'review'
    const action = visits < 10 ? 'retire' : helpful / visits < 0.2 ? poor : 'keep'
    cleaning.push({ slug, visits, helpful_percent: ((helpful / visits) * 100).toFixed(1), action })
    if (action === 'retire') article.Status = 'retired'
    if (action !== 'review') continue
    const day = new Date(firstDay + planned++ * 86_400_000).toISOString().slice(0, 10)
    addEvent(reviews.events, { summary: `Review: ${slug}`, dtstart: `${day}T10:00:00`, dtend: `${day}T10:30:00` })
  }
  await writeTable('cleaning.csv', ['slug', 'visits', 'helpful_percent', 'action'], cleaning)
  await saveServices(services)
}
