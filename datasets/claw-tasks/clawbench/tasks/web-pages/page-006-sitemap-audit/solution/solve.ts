import { filesBelow, readText, writeTable } from '../../../../../kit/solve.ts'

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(tag)?.[1]?.trim() ?? ''
const tagsOf = (page: string, name: string): string[] => page.match(new RegExp(`<${name}\\b[^>]*>`, 'gi')) ?? []
const uncommented = async (file: string): Promise<string> => (await readText(file)).replace(/<!--[\s\S]*?-->/g, '')

/** Compare what a sitemap lists with what a site serves and links. */
export default async function solve(): Promise<void> {
  const listed = [...(await uncommented('sitemap.xml')).matchAll(/<loc>([\s\S]*?)<\/loc>/g)].map(([, loc]) =>
    loc!.trim(),
  )
  const base = listed[0]
  if (base === undefined) throw new Error('sitemap.xml lists nothing')
  const pages = new Map<string, string>()
  for (const file of await filesBelow('site'))
    if (file.endsWith('.html')) pages.set(file, await uncommented(`site/${file}`))
  const fileOf = (address: string, from = ''): string | null => {
    const url = new URL(address, base + from)
    if (!url.href.startsWith(base)) return null
    const path = decodeURIComponent(url.pathname.slice(new URL(base).pathname.length))
    return path === '' || path.endsWith('/') ? `${path}index.html` : path
  }
  const reachable = new Set(['index.html'])
  for (const page of reachable)
    for (const tag of tagsOf(pages.get(page) ?? '', 'a')) {
      const file = attribute(tag, 'href') === '' ? null : fileOf(attribute(tag, 'href'), page)
      if (file !== null && pages.has(file) && !/\bnofollow\b/i.test(attribute(tag, 'rel'))) reachable.add(file)
    }
  const hidden = (page: string): boolean =>
    tagsOf(pages.get(page)!, 'meta').some(
      (tag) => /^robots$/i.test(attribute(tag, 'name')) && /\bnoindex\b/i.test(attribute(tag, 'content')),
    )
  const copy = (page: string): boolean =>
    tagsOf(pages.get(page)!, 'link').some(
      (tag) => /^canonical$/i.test(attribute(tag, 'rel')) && fileOf(attribute(tag, 'href'), page) !== page,
    )
  const rows: { page: string; problem: string }[] = []
  for (const address of listed) {
    const page = fileOf(address)
    if (page === null) rows.push({ page: address, problem: 'foreign' })
    else if (!pages.has(page)) rows.push({ page: address, problem: 'gone' })
    else {
      if (!reachable.has(page)) rows.push({ page, problem: 'orphan' })
      if (hidden(page)) rows.push({ page, problem: 'hidden-listed' })
      if (copy(page)) rows.push({ page, problem: 'copy-listed' })
    }
  }
  const known = listed.map((address) => fileOf(address))
  for (const page of reachable)
    if (pages.has(page) && !known.includes(page) && !hidden(page) && !copy(page))
      rows.push({ page, problem: 'not-listed' })
  const key = (row: { page: string; problem: string }): string => `${row.page}\n${row.problem}`
  rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  await writeTable('findings.csv', ['page', 'problem'], rows)
}
