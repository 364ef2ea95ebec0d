import { filesBelow, readText, writeTable } from '../../../../../kit/solve.ts'

const root = 'http://site.invalid/'
const link =
  /<(?:a\b(?:[^>"']|"[^"]*"|'[^']*')*?\shref|img\b(?:[^>"']|"[^"]*"|'[^']*')*?\ssrc)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/** Check that every link of a site leads to a file and an anchor that are there. */
export default async function solve(): Promise<void> {
  const files = await filesBelow('site')
  const pages = files.filter((file) => file.endsWith('.html'))
  if (pages.length === 0) throw new Error('site has no page')
  const texts = new Map<string, string>()
  for (const page of pages) texts.set(page, (await readText(`site/${page}`)).replace(/<!--[\s\S]*?-->/g, ''))
  const anchors = (page: string): string[] =>
    [...(texts.get(page) ?? '').matchAll(/\s(?:id|name)\s*=\s*["']([^"']*)["']/gi)].map(([, name]) => name!)
  const rows: { page: string; link: string; problem: string }[] = []
  for (const page of pages)
    for (const [, double, single] of texts.get(page)!.matchAll(link)) {
      const written = double ?? single ?? ''
      if (/^\s*([a-z][a-z\d+.-]*:|\/\/)/i.test(written)) continue
      const url = new URL(written, root + page)
      const path = decodeURIComponent(url.pathname.slice(1))
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
      const anchor = decodeURIComponent(url.hash.slice(1))
      if (!files.includes(file)) rows.push({ page, link: written, problem: 'missing-file' })
      else if (anchor !== '' && !anchors(file).includes(anchor))
        rows.push({ page, link: written, problem: 'missing-anchor' })
    }
  await writeTable('findings.csv', ['page', 'link', 'problem'], rows)
}
