import { inflateRawSync } from 'node:zlib'

/** The files in a zip by their path inside it, folders left out; read from its central directory (APPNOTE 4.3). */
export function entriesOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Error('it is no zip archive')
  const entries = new Map<string, Uint8Array>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28)
    const path = zip.toString('utf8', at + 46, at + 46 + nameLength)
    if (!path.endsWith('/')) entries.set(path, entryAt(zip, at))
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

function entryAt(zip: Buffer, at: number): Uint8Array {
  const [method, packed, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)]
  const header = zip.readUInt32LE(at + 42)
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  const raw = zip.subarray(start, start + packed)
  if (method !== 0 && method !== 8) throw new Error(`it packs by the unknown method ${method}`)
  const content = method === 0 ? raw : inflateRawSync(raw)
  if (content.length !== size) throw new Error('an entry has another size than the archive says')
  return content
}

export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.from(a).equals(b)
}
