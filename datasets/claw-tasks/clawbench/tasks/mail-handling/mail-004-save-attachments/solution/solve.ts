import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { readText, writeTable } from '../../../../../kit/solve.ts'

type Part = { head: string; body: string }

const header = (part: Part, name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(part.head)?.[1] ?? ''
const parameter = (value: string, name: string): string | undefined =>
  new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value)?.slice(1).find(Boolean)

function split(text: string): Part {
  const at = text.search(/\n\n/)
  return { head: (at < 0 ? text : text.slice(0, at)).replace(/\n[ \t]+/g, ' '), body: at < 0 ? '' : text.slice(at + 2) }
}

/** The parts of a message that hold something, however deep they are nested. */
function leaves(part: Part): Part[] {
  const boundary = parameter(header(part, 'Content-Type'), 'boundary')
  if (boundary === undefined) return [part]
  const pieces = `\n${part.body}`.split(`\n--${boundary}`).slice(1)
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leaves(split(piece.replace(/^[ \t]*\n/, ''))))
}

function decoded(part: Part): Buffer {
  const way = header(part, 'Content-Transfer-Encoding').trim().toLowerCase()
  if (way === 'base64') return Buffer.from(part.body, 'base64')
  if (way !== 'quoted-printable') return Buffer.from(part.body)
  const joined = part.body.replace(/=[ \t]*\n/g, '')
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number(`0x${hex}`))),
    'latin1',
  )
}

/** Save what is attached to a message, and list it. */
export default async function solve(): Promise<void> {
  const text = (await readText('message.eml')).replaceAll('\r\n', '\n')
  await mkdir('attachments', { recursive: true })
  const rows: { file: string; type: string; bytes: number; sha256: string }[] = []
  for (const part of leaves(split(text))) {
    const disposition = header(part, 'Content-Disposition')
    if (!/^attachment\b/i.test(disposition)) continue
    const given = parameter(disposition, 'filename')?.split(/[\\/]/).at(-1) || 'unnamed'
    const [, stem, end] = /^(.*?)(\.[^.]*)?$/.exec(given)!
    let file = given
    for (let k = 2; rows.some((row) => row.file === file); k++) file = `${stem}-${k}${end ?? ''}`
    const bytes = decoded(part)
    await writeFile(`attachments/${file}`, bytes)
    const type = header(part, 'Content-Type').split(';')[0]!.trim().toLowerCase()
    rows.push({ file, type, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
  await writeTable('attachments.csv', ['file', 'type', 'bytes', 'sha256'], rows)
}
