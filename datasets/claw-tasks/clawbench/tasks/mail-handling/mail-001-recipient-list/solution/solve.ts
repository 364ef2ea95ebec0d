import { readText, writeTable } from '../../../../../kit/solve.ts'

/** Encoded words of a header, `=?charset?Q or B?text?=`, as readable text. */
function decoded(text: string): string {
  return text.replace(/=\?([^?]+)\?([QB])\?([^?]*)\?=/gi, (_, charset: string, kind: string, code: string) => {
    const plain = code
      .replaceAll('_', ' ')
      .replace(/=([0-9A-F]{2})/gi, (__, hex) => String.fromCharCode(Number(`0x${hex}`)))
    const bytes = kind.toUpperCase() === 'B' ? Buffer.from(code, 'base64') : Buffer.from(plain, 'latin1')
    return new TextDecoder(charset).decode(bytes)
  })
}

/** The addresses of one header: split at commas that stand outside quotation marks. */
function people(header: string): { address: string; name: string }[] {
  const parts = header.match(/(?:"[^"]*"|[^,"])+/g) ?? []
  return parts.map((part) => {
    const angled = /^(.*)<([^>]+)>\s*$/s.exec(part.trim())
    const name = decoded((angled?.[1] ?? '').trim().replace(/^"(.*)"$/s, '$1'))
    return { address: (angled?.[2] ?? part).trim().toLowerCase(), name }
  })
}

/** List everybody to whom a message is addressed, once, To before Cc. */
export default async function solve(): Promise<void> {
  const head = (await readText('message.eml')).split(/\r?\n\r?\n/)[0]!.replace(/\r?\n[ \t]+/g, ' ')
  if (!/^To:/im.test(head)) throw new Error('message.eml has no To header')
  const rows: { address: string; name: string; field: string }[] = []
  for (const field of ['to', 'cc']) {
    const header = new RegExp(`^${field}:(.*)$`, 'im').exec(head)?.[1] ?? ''
    for (const person of people(header))
      if (!rows.some(({ address }) => address === person.address)) rows.push({ ...person, field })
  }
  await writeTable('recipients.csv', ['address', 'name', 'field'], rows)
}
