import { addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { writeTable } from '../../../../../kit/solve.ts'

/** Answer questions with the article that covers the version a customer runs. */
export default async () => {
  const services = await openServices()
  const articles = services.notion.databases.find(({ title }) => title === 'Articles')
  const customers = services.notion.databases.find(({ title }) => title === 'Customers')
  if (articles === undefined || customers === undefined) throw new Error('Articles or Customers is missing')
  const key = (version: unknown): number => {
    const [major = 0, minor = 0] = String(version).split('.').map(Number)
    return major * 1000 + minor
  }
  const log: Record<string, string>[] = []
  const from = addressOf(services, 'help')
  for (const mail of mailOf(services, 'help').filter(({ subject }) => subject === 'How do I?')) {
    const topic = /^Topic: *(\S+)/m.exec(mail.body)?.[1] ?? ''
    const customer = customers.rows.find(({ properties }) => properties.Contact === mail.from)
    if (customer?.properties.Version === undefined) throw new Error(`${mail.from} is no customer with a version`)
    const version = String(customer.properties.Version)
    const fits = articles.rows.find(({ properties: { Topic, Status, From, To } }) => {
      const inside = key(From) <= key(version) && (To === '' || key(version) <= key(To))
      return Topic === topic && Status === 'published' && inside
    })
    const slug = String(fits?.properties.Slug ?? '')
    log.push({ contact: mail.from, topic, version, slug })
    if (slug !== '') sendMail(services, { from, to: [mail.from], subject: 'Your question', body: `article: ${slug}` })
    else {
      const to = [addressOf(services, 'writers')]
      sendMail(services, { from, to, subject: 'Gap', body: `missing: ${topic} ${version}` })
    }
  }
  await writeTable('answers.csv', ['contact', 'topic', 'version', 'slug'], log)
  await saveServices(services)
}
