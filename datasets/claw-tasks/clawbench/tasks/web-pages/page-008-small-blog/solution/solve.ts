import { parse } from 'yaml'
import { filesBelow, readJson, readText, writeJson, writeText } from '../../../../../kit/solve.ts'

type Post = { slug: string; title: string; date: string; draft?: boolean; tags?: string[]; body: string }
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Bold, links and code of escaped text; pieces of code are left as they are. */
const inline = (text: string): string =>
  escaped(text)
    .split(/(`[^`]+`)/)
    .map((piece, k) =>
      k % 2 === 1
        ? `<code>${piece.slice(1, -1)}</code>`
        : piece
            .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
            .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>'),
    )
    .join('')

function block(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  const heading = /^(##?) (.*)$/.exec(lines[0]!)
  if (heading !== null) return `<h${heading[1]!.length}>${inline(heading[2]!)}</h${heading[1]!.length}>`
  if (!lines.every((line) => line.startsWith('- '))) return `<p>${inline(lines.join(' '))}</p>`
  return ['<ul>', ...lines.map((line) => `<li>${inline(line.slice(2))}</li>`), '</ul>'].join('\n')
}

async function post(file: string): Promise<Post> {
  const [, head, body] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec((await readText(`posts/${file}`)).replaceAll('\r\n', '\n')) ?? []
  if (head === undefined) throw new Error(`posts/${file} has no front matter`)
  const slug = file.replace(/\.md$/, '').replace(/^\d{4}-\d\d-\d\d-/, '')
  return { slug, ...(parse(head) as Omit<Post, 'slug' | 'body'>), body: body! }
}

/** Build the pages, the tags and the feed of a blog. */
export default async function solve(): Promise<void> {
  const { title, base, now } = await readJson<Record<string, string>>('site.json')
  if (title === undefined || base === undefined || now === undefined)
    throw new Error('site.json needs title, base, now')
  const layout = await readText('layout.html')
  const files = (await filesBelow('posts')).filter((file) => file.endsWith('.md'))
  const key = ({ date, slug }: Post): string => `${date} ${slug}`
  const posts = (await Promise.all(files.map(post)))
    .filter(({ draft, date }) => draft !== true && date <= now)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const link = (to: Post | undefined): string => (to ? `<a href="${to.slug}.html">${escaped(to.title)}</a>` : '')
  for (const [k, one] of posts.entries()) {
    const body = one.body
      .trim()
      .split(/\n\s*\n/)
      .map(block)
      .join('\n')
    const values: Record<string, string> = {
      title: escaped(one.title),
      body,
      older: link(posts[k - 1]),
      newer: link(posts[k + 1]),
    }
    const page = layout.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
    await writeText(`public/${one.slug}.html`, page)
  }
  const newest = posts.toReversed()
  const tagsOf = ({ tags = [] }: Post): string[] => tags.map((tag) => tag.toLowerCase())
  const tags = [...new Set(newest.flatMap(tagsOf))].sort()
  const slugs = (tag: string): string[] => newest.filter((one) => tagsOf(one).includes(tag)).map(({ slug }) => slug)
  await writeJson('public/tags.json', Object.fromEntries(tags.map((tag) => [tag, slugs(tag)])))
  const entries = newest.map(
    ({ slug, title, date }) =>
      `<entry><title>${escaped(title)}</title><link href="${base}${slug}.html"/><updated>${date}</updated></entry>\n`,
  )
  await writeText('public/feed.xml', `<feed>\n<title>${escaped(title)}</title>\n${entries.join('')}</feed>\n`)
}
