import { readText, writeTable } from '../../../../../kit/solve.ts'

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }
const plain = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()

/** Number the headings of a page by their place in the hierarchy. */
export default async function solve(): Promise<void> {
  const page = (await readText('page.html')).replace(/<!--[\s\S]*?-->|<(template|script)\b[\s\S]*?<\/\1>/gi, '')
  const above: { level: number; number: string; below: number }[] = [{ level: 0, number: '', below: 0 }]
  let last = 0
  const rows: Record<string, string | number>[] = []
  for (const [, digit, attributes, content] of page.matchAll(/<h([1-6])\b([^>]*)>([\s\S]*?)<\/h\1>/gi)) {
    if (/\shidden\b/i.test(attributes!)) continue
    const level = Number(digit)
    while (above.at(-1)!.level >= level) above.pop()
    const parent = above.at(-1)!
    const number = `${parent.number}${parent.number === '' ? '' : '.'}${++parent.below}`
    above.push({ level, number, below: 0 })
    const id = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes!)?.slice(1).find(Boolean) ?? ''
    rows.push({ number, level, id, text: plain(content!), jump: level > last + 1 ? 'yes' : 'no' })
    last = level
  }
  if (rows.length === 0) throw new Error('page.html has no heading')
  await writeTable('outline.csv', ['number', 'level', 'id', 'text', 'jump'], rows)
}
