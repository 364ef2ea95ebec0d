import { readFile } from 'node:fs/promises'
import PostalMime, { type Address, type Email } from 'postal-mime'

/** A message file; one that has neither a sender nor a subject is no message and throws. */
export async function messageOf(name: string): Promise<Email> {
  const message = await PostalMime.parse(await readFile(name))
  const known = ['from', 'to', 'subject', 'date'].some((key) => message.headers.some((header) => header.key === key))
  if (!known) throw new Error(`${name} is no mail message`)
  return message
}

/** Who stands in an address header, groups opened. */
export function mailboxes(addresses: readonly (Address | undefined)[]): { name: string; address: string }[] {
  return addresses
    .flatMap((one) => (one === undefined ? [] : one.group === undefined ? [one] : one.group))
    .map(({ name, address }) => ({ name, address: address ?? '' }))
}

/** The plain text; where there is only HTML, what is left of it without its tags. */
export function bodyOf({ text, html }: Email): string {
  const plain = text ?? (html ?? '').replace(/<(style|script)\b.*?<\/\1>/gis, '').replace(/<[^>]*>/g, '')
  return plain.replaceAll('\r\n', '\n').trim()
}

/** Attachments with names that are safe as file names; nameless ones are numbered. */
export function attachmentsOf({ attachments }: Email): { name: string; bytes: Uint8Array }[] {
  return attachments.map(({ filename, content }, i) => ({
    name: safeName(filename ?? '') || `attachment-${i + 1}`,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
  }))
}

/** The last part of a path without what file systems dislike. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!
  return last.replace(/[\p{Cc}:*?"<>|]/gu, '_').replace(/^\.+/, '')
}

/** A name that is not taken yet: `a.csv`, `a-2.csv`, `a-3.csv`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.')
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let times = 1; ; times += 1) {
    const free = times === 1 ? name : `${stem}-${times}${end}`
    if (!taken.has(free)) return free
  }
}
