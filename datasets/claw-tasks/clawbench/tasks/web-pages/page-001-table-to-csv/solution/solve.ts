import { csvFormatRows } from 'd3-dsv'
import { readText, writeText } from '../../../../../kit/solve.ts'

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', euro: '€' }

function plain(html: string): string {
  return html
    .replace(/<sup\b[\s\S]*?<\/sup>/gi, '')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
}

/** The rows of a piece of a table, every span repeated. */
function rectangle(part: string): string[][] {
  const rows: string[][] = []
  for (const [k, [, row]] of [...part.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/gi)].entries()) {
    let column = 0
    for (const [, attributes, content] of row!.matchAll(/<t[dh]\b([^>]*)>([\s\S]*?)<\/t[dh]>/gi)) {
      const span = (name: string): number =>
        Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes!)?.[1] ?? 1)
      while (rows[k]?.[column] !== undefined) column++
      for (let down = 0; down < span('rowspan'); down++)
        for (let right = 0; right < span('colspan'); right++) (rows[k + down] ??= [])[column + right] = plain(content!)
    }
  }
  return rows
}

/** Save the table of a page that has a head, as CSV. */
export default async function solve(): Promise<void> {
  const page = (await readText('page.html')).replace(/<!--[\s\S]*?-->/g, '')
  const table = (page.match(/<table\b[\s\S]*?<\/table>/gi) ?? []).find((one) => /<thead\b/i.test(one))
  if (table === undefined) throw new Error('page.html has no table with a head')
  const part = (name: string): string => new RegExp(`<${name}\\b[\\s\\S]*?</${name}>`, 'i').exec(table)?.[0] ?? ''
  await writeText('table.csv', `${csvFormatRows([...rectangle(part('thead')), ...rectangle(part('tbody'))])}\n`)
}
