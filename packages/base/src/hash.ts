import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from './json.ts'

/** SHA-256 as 64 hexadecimal digits. Text is hashed as UTF-8. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** SHA-256 of the canonical JSON of a value: equal for equal content, whatever the order of its keys. */
export function hashJson(value: Json): string {
  return sha256(canonicalJson(value))
}

/** A 32-bit hash of a text (FNV-1a with a final mix): for tie-breaks and streams, not for integrity. */
export function hash32(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix32(h)
}

/** The finaliser of MurmurHash3: every input bit changes every output bit with probability about 1/2. */
export function mix32(x: number): number {
  let h = x | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
