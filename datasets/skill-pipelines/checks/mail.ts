import { producedOf, type Step } from './step.ts'

/** A message read part by part: decoded headers under lower-case names, bodies, and what is attached. */
export type Letter = {
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  readonly html: string
  readonly attachments: readonly { readonly name: string; readonly content: string }[]
}

type Part = { headers: ReadonlyMap<string, string>; body: string }

/** Reads a message; `content` of an attachment is one character a byte (see `bytesText`). */
export function letterOf(bytes: Uint8Array): Letter {
  const root = partOf(bytesText(bytes))
  const leaves = leavesOf(root)
  const inline = (kind: string): string =>
    leaves
      .filter((part) => !attached(part) && typeOf(part).startsWith(kind))
      .map(textOfPart)
      .join('\n')
  const attachments = leaves.filter(attached).map((part) => ({ name: nameOf(part), content: decoded(part) }))
  const headers = new Map([...root.headers].map(([name, value]) => [name, words(value)]))
  return { headers, text: inline('text/plain'), html: inline('text/html'), attachments }
}

/** Bytes as text of one character each, line ends as \n. */
export function bytesText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n')
}

/** The addresses that stand in a header, in lower case. */
export function addressesIn(header: string | undefined): string[] {
  return (header ?? '').toLowerCase().match(/[^\s<>",;:()]+@[^\s<>",;:()]+/g) ?? []
}

/** Milliseconds of a mail date (`Mon, 02 Mar 2026 08:15:00 +0100`) or an ISO time (UTC unless it says otherwise). */
export function mailMoment(text: string): number {
  const parts = /(\d{1,2}) (\w{3}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))?\s*([-+]\d\d)?(\d\d)?/.exec(text)
  if (parts === null) {
    const iso = text.trim().replace(' ', 'T')
    return Date.parse(/(Z|[-+]\d\d:\d\d)$/.test(iso) || iso.length <= 10 ? iso : `${iso}Z`)
  }
  const [, day, month, year, hour, minute, second = '0', hours = '+00', minutes = '00'] = parts
  const at = 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month!) / 3
  const ahead = (Number(hours) * 60 + Number(`${hours[0]}${minutes}`)) * 60_000
  return Date.UTC(Number(year), at, Number(day), Number(hour), Number(minute), Number(second)) - ahead
}

/** New files with one of the endings; below the folder that `to` names, where the task names one. */
export function leftIn(step: Step, extensions: readonly string[]): string[] {
  const { to, ...input } = step.input
  const folder = to === undefined ? '' : `${String(to).replace(/\/$/, '')}/`
  return producedOf({ ...step, input }, extensions).filter((name) => name.startsWith(folder))
}

function partOf(text: string): Part {
  const [head, ...rest] = text.split('\n\n')
  const lines = head!.replace(/\n[ \t]+/g, ' ').split('\n')
  const headers = lines.map(
    (line) => [line.split(':')[0]!.trim().toLowerCase(), line.replace(/^[^:]*:\s*/, '')] as const,
  )
  return { headers: new Map([...headers].reverse()), body: rest.join('\n\n') }
}

function leavesOf(part: Part): Part[] {
  const boundary = /boundary=(?:"([^"]*)"|([^\s;]+))/i.exec(part.headers.get('content-type') ?? '')
  if (!typeOf(part).startsWith('multipart/') || boundary === null) return [part]
  const line = `--${boundary[1] ?? boundary[2]}`
  const pieces = `\n${part.body}`.split(`\n${line}`).slice(1)
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leavesOf(partOf(piece.replace(/^[ \t]*\n/, ''))))
}

function typeOf({ headers }: Part): string {
  return (headers.get('content-type') ?? 'text/plain').toLowerCase().split(';')[0]!.trim()
}

function attached(part: Part): boolean {
  const disposition = part.headers.get('content-disposition') ?? ''
  return /^attachment/i.test(disposition) || !/^text\/(plain|html)$/.test(typeOf(part))
}

function nameOf({ headers }: Part): string {
  const find = (header: string, key: string): string | undefined => {
    const found = new RegExp(`\\b${key}\\*?=(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(headers.get(header) ?? '')
    return found?.[1] ?? found?.[2]
  }
  const name = find('content-disposition', 'filename') ?? find('content-type', 'name') ?? ''
  return words(/^utf-8'.*?'/i.test(name) ? decodeURIComponent(name.replace(/^.*?'.*?'/, '')) : name)
}

/** The body of a part with its transfer encoding undone, one character a byte. */
function decoded({ headers, body }: Part): string {
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('latin1')
  return encoding === 'quoted-printable' ? unquoted(body.replace(/[ \t]*=\n/g, (cut) => cut.replace('=\n', ''))) : body
}

function textOfPart(part: Part): string {
  const charset = /charset="?([\w-]+)/i.exec(part.headers.get('content-type') ?? '')?.[1] ?? 'utf-8'
  return new TextDecoder(charset).decode(Buffer.from(decoded(part), 'latin1')).replaceAll('\r\n', '\n')
}

function unquoted(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Encoded words (RFC 2047) and raw UTF-8 in a header as text. */
function words(header: string): string {
  const joined = header.replace(/\?=\s+=\?/g, '?==?')
  const plain = /[^\p{ASCII}]/u.test(joined) ? new TextDecoder().decode(Buffer.from(joined, 'latin1')) : joined
  return plain.replace(/=\?([\w-]+)\?([BQ])\?(.*?)\?=/gi, (_, charset: string, kind: string, code: string) => {
    const bytes =
      kind.toUpperCase() === 'B'
        ? Buffer.from(code, 'base64')
        : Buffer.from(unquoted(code.replaceAll('_', ' ')), 'latin1')
    return new TextDecoder(charset).decode(bytes)
  })
}
