import { posix } from 'node:path'
import { filesBelow, readText, writeTable } from '../../../../../kit/solve.ts'

/** Lines of a Markdown file, fenced ones emptied. */
function open(text: string): string[] {
  let fenced = false
  return text.split('\n').map((line) => {
    const fence = /^(```|~~~)/.test(line)
    if (fence) fenced = !fenced
    return fenced || fence ? '' : line
  })
}

function anchors(lines: string[]): Set<string> {
  const seen = new Map<string, number>()
  const titles = lines.flatMap((line) => /^#{1,6} +(.*?)(?: +#+)? *$/.exec(line)?.[1] ?? [])
  const made = titles.map((title) => {
    const slug = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-')
    const times = seen.get(slug) ?? 0
    seen.set(slug, times + 1)
    return times === 0 ? slug : `${slug}-${times}`
  })
  return new Set(made)
}

/** List links whose file or anchor is not there. */
export default async function solve(): Promise<void> {
  const files = (await filesBelow('docs')).map((name) => `docs/${name}`)
  const pages = new Map<string, string[]>()
  for (const file of files) if (file.endsWith('.md')) pages.set(file, open(await readText(file)))
  if (pages.size === 0) throw new Error('docs holds no Markdown file')
  const problemOf = (file: string, target: string): string => {
    const [path, anchor] = target.split('#') as [string, string | undefined]
    const goal = path === '' ? file : posix.join(posix.dirname(file), path)
    if (!files.includes(goal)) return 'no-file'
    const page = pages.get(goal)
    return anchor !== undefined && page !== undefined && !anchors(page).has(anchor) ? 'no-anchor' : ''
  }
  const rows = [...pages.keys()].sort().flatMap((file) =>
    pages.get(file)!.flatMap((line, at) =>
      [...line.replace(/`[^`]*`/g, '').matchAll(/\[[^\]]*\]\(([^)\s]+)[^)]*\)/g)]
        .map(([, target]) => ({ file, line: at + 1, target: target!, problem: '' }))
        .filter(({ target }) => !/^[a-z][a-z+.-]*:/i.test(target))
        .map((row) => ({ ...row, problem: problemOf(file, row.target) }))
        .filter(({ problem }) => problem !== ''),
    ),
  )
  await writeTable('links.csv', ['file', 'line', 'target', 'problem'], rows)
}
