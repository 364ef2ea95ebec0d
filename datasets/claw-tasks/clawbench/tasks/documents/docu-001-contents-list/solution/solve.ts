import { readText, writeText } from '../../../../../kit/solve.ts'

/** Rebuild the list of contents between the markers. */
export default async function solve(): Promise<void> {
  const lines = (await readText('handbook.md')).split('\n')
  const [start, end] = [lines.indexOf('<!-- toc -->'), lines.indexOf('<!-- /toc -->')]
  if (start < 0 || end < start) throw new Error('handbook.md has no toc markers')
  const seen = new Map<string, number>()
  const list: string[] = []
  let fence = ''
  for (const line of lines) {
    const mark = /^(```|~~~)/.exec(line)?.[1] ?? ''
    if (mark !== '' && (fence === '' || fence === mark)) fence = fence === '' ? mark : ''
    const found = fence === '' ? /^(#{1,6}) +(.*?)(?: +#+)? *$/.exec(line) : null
    if (found === null) continue
    const [, signs, title] = found as unknown as [string, string, string]
    const slug = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-')
    const times = seen.get(slug) ?? 0
    seen.set(slug, times + 1)
    const anchor = times === 0 ? slug : `${slug}-${times}`
    if (signs.length === 2 || signs.length === 3) list.push(`${signs.length === 3 ? '  ' : ''}- [${title}](#${anchor})`)
  }
  await writeText('handbook_new.md', [...lines.slice(0, start + 1), ...list, ...lines.slice(end)].join('\n'))
}
