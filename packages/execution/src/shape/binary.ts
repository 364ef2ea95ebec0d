import type { Shape } from './describe.ts'

/** Files that are no text, by their first bytes. */
export function describeBinary(bytes: Uint8Array): Shape {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) && bytes.length >= 24)
    return { type: 'png', facts: { width: view.getUint32(16), height: view.getUint32(20) }, head: '' }
  if (startsWith(bytes, [0x1f, 0x8b])) return { type: 'gzip', facts: {}, head: '' }
  const entries = startsWith(bytes, [0x50, 0x4b]) ? zipEntries(bytes, view) : null
  return entries === null ? { type: 'binary', facts: {}, head: '' } : { type: 'zip', facts: { entries }, head: '' }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

/** The names in the central directory of a zip archive (APPNOTE.TXT 4.3), in its order; null if it is broken. */
function zipEntries(bytes: Uint8Array, view: DataView): string[] | null {
  const end = endOfDirectory(view)
  if (end === null) return null
  const entries: string[] = []
  let at = view.getUint32(end + 16, true)
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return null
    const length = view.getUint16(at + 28, true)
    entries.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record is the last 22 bytes and a comment of at most 65535. */
function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 65_535); at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return null
}
