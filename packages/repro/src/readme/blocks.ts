import { fail } from '@lawbook/base'

/** What stands between the marks of each block, by the block's name. */
export type Blocks = Readonly<Record<string, () => string | Promise<string>>>

const block = /(<!-- lawbook:begin (\S+) -->\n)([\s\S]*?)(<!-- lawbook:end -->)/g

/**
 * A text with its generated blocks renewed: what stands between `<!-- lawbook:begin <name> -->` and
 * `<!-- lawbook:end -->` is replaced, everything else is kept to the byte. Throws LB_SCHEMA for an unknown name or a
 * mark without its partner.
 */
export async function renewBlocks(text: string, blocks: Blocks, where: string): Promise<string> {
  const found = [...text.matchAll(block)]
  const [begins, ends] = ['<!-- lawbook:begin ', '<!-- lawbook:end -->'].map((mark) => text.split(mark).length - 1)
  if (begins !== found.length || ends !== found.length || found.some((match) => match[3]!.includes('lawbook:begin'))) {
    fail(
      'LB_SCHEMA',
      `${where} has ${begins} block beginnings and ${ends} block ends; each needs the other, on lines of their own`,
    )
  }
  let renewed = ''
  let at = 0
  for (const match of found) {
    const [whole, begin, name = '', , end] = match
    const make = Object.hasOwn(blocks, name) ? blocks[name] : undefined
    if (make === undefined)
      return fail('LB_SCHEMA', `${where} has the block "${name}"; allowed: ${Object.keys(blocks).join(', ')}`)
    const content = (await make()).trim()
    renewed += `${text.slice(at, match.index)}${begin}${content === '' ? '' : `\n${content}\n\n`}${end}`
    at = match.index + whole.length
  }
  return renewed + text.slice(at)
}

/** Text of a record as text in a Markdown table: no HTML, no formatting, no new column. */
export function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\|`*_[\]]/g, '\\$&')
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
