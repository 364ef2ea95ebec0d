import { addressOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Average listeners' ratings of talks on one scale and tell the best speaker. */
export default async () => {
  const services = await openServices()
  const sessions = services.notion.databases.find(({ title }) => title === 'Sessions')
  if (sessions === undefined) throw new Error('there is no database Sessions')
  const lines = await readTable('feedback.csv', ['listener', 'title', 'rating', 'scale'])
  const latest = [...new Map(lines.map((line) => [`${line.listener}/${line.title}`, line])).values()]
  const ratings = sessions.rows
    .filter(({ properties }) => properties.Status !== 'cancelled')
    .map(({ properties: { Title, Email } }) => {
      const marks = latest
        .filter(({ title }) => title === Title)
        .map(({ rating, scale }) => (Number(rating) * 5) / Number(scale))
      const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length
      return { title: String(Title), email: String(Email), answers: marks.length, mean }
    })
    .filter(({ answers }) => answers > 0)
    .sort((a, b) => b.mean - a.mean)
  await writeTable(
    'ratings.csv',
    ['title', 'answers', 'mean'],
    ratings.map(({ title, answers, mean }) => ({ title, answers, mean: mean.toFixed(2) })),
  )
  const best = ratings.find(({ answers }) => answers >= 2)
  if (best === undefined) throw new Error('no talk has two answers')
  sendMail(services, {
    from: addressOf(services, 'office'),
    to: [best.email],
    subject: 'Best talk',
    body: `${best.title}\nmean: ${best.mean.toFixed(2)}`,
  })
  await saveServices(services)
}
