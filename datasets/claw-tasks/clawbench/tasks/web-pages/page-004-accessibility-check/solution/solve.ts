import { readText, writeTable } from '../../../../../kit/solve.ts'

type Tag = { name: string; attributes: Map<string, string>; at: number; end: number }

function tags(page: string): Tag[] {
  return [...page.matchAll(/<([a-z][a-z\d]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi)].map((found) => {
    const pairs = found[2]!.matchAll(/([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi)
    const attributes = [...pairs].map(([, key, a, b, c]) => [key!.toLowerCase(), a ?? b ?? c ?? ''] as const)
    const at = found.index
    return { name: found[1]!.toLowerCase(), attributes: new Map(attributes), at, end: at + found[0].length }
  })
}

/** Note what keeps a page from being read aloud. */
export default async function solve(): Promise<void> {
  const page = (await readText('page.html')).replace(/<!--[\s\S]*?-->/g, '')
  const all = tags(page)
  if (!all.some(({ name }) => name === 'html')) throw new Error('page.html has no html tag')
  const inside = (tag: Tag): string => page.slice(tag.end).split(new RegExp(`</${tag.name}\\s*>`, 'i'))[0]!
  const ids = all.map(({ attributes }) => attributes.get('id') ?? '')
  const labels = all.filter(({ name }) => name === 'label')
  const has = (tag: Tag, key: string): boolean => (tag.attributes.get(key) ?? '').trim() !== ''
  const named = (tag: Tag): boolean =>
    has(tag, 'aria-label') ||
    inside(tag).replace(/<[^>]*>|&nbsp;|\s/g, '') !== '' ||
    tags(inside(tag)).some((one) => one.name === 'img' && has(one, 'alt'))
  const labelled = (tag: Tag, id: string): boolean =>
    has(tag, 'aria-label') ||
    ids.includes(tag.attributes.get('aria-labelledby') || ' ') ||
    labels.some((label) => id !== '' && label.attributes.get('for') === id) ||
    labels.some((label) => tag.at > label.at && tag.at < label.end + inside(label).length)
  const rows = all.flatMap((tag, k) => {
    const { name, attributes } = tag
    const id = ids[k]!
    const problems: string[] = []
    if (name === 'html' && !has(tag, 'lang')) problems.push('no-lang')
    if (name === 'img' && !attributes.has('alt') && attributes.get('role') !== 'presentation') problems.push('no-alt')
    if ((name === 'button' || (name === 'a' && attributes.has('href'))) && !named(tag)) problems.push('no-name')
    const free = name === 'input' && /^(hidden|submit|button)$/i.test(attributes.get('type') ?? '')
    if (/^(input|select|textarea)$/.test(name) && !free && !labelled(tag, id)) problems.push('no-label')
    if (id !== '' && ids.indexOf(id) < k) problems.push('double-id')
    return problems.map((problem) => ({ element: name, id, problem }))
  })
  await writeTable('findings.csv', ['element', 'id', 'problem'], rows)
}
