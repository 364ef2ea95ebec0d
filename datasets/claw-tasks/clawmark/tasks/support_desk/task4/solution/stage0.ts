import { openServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Check the article references of ready-made answers and put in published successors. */
export default async () => {
  const services = await openServices()
  const articles = services.notion.databases.find(({ title }) => title === 'Articles')
  if (articles === undefined) throw new Error('there is no database Articles')
  const bySlug = new Map(articles.rows.map(({ properties }) => [String(properties.Slug), properties]))
  const published = (slug: string, seen: readonly string[] = []): string => {
    const article = bySlug.get(slug)
    if (article === undefined || seen.includes(slug)) return ''
    return article.Status === 'published' ? slug : published(String(article['Replaced by']), [...seen, slug])
  }
  const audit: Record<string, string>[] = []
  const macros = await readTable('macros.csv', ['macro', 'text'])
  const corrected = macros.map(({ macro, text }) => ({
    macro: macro!,
    text: text!.replace(/\[article:([\w-]+)\]/g, (_, slug: string) => {
      const use = published(slug)
      audit.push({ macro: macro!, slug, verdict: use === slug ? 'ok' : use === '' ? 'broken' : 'replace', use })
      return `[article:${use || slug}]`
    }),
  }))
  await writeTable('macro_audit.csv', ['macro', 'slug', 'verdict', 'use'], audit)
  await writeTable('macros.csv', ['macro', 'text'], corrected)
}
