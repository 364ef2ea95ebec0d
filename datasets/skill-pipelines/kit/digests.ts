import { createHash } from 'node:crypto'

const algorithms = ['sha256', 'sha1', 'md5', 'sha512'] as const

/** The hash functions of checksum lists by name: SHA-256 and sha256 are the same. Another name throws. */
export function algorithmOf(name: string | undefined): string {
  const plain = (name ?? 'sha256').toLowerCase().replace('-', '')
  const found = algorithms.find((algorithm) => algorithm === plain)
  if (found === undefined) throw new Error(`the algorithm is ${name}; it can be ${algorithms.join(', ')}`)
  return found
}

/** The hash function that digests of this many hexadecimal characters come from. */
export function algorithmOfLength(length: number): string | undefined {
  return { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' }[length]
}

export function digest(bytes: Uint8Array, algorithm = 'sha256'): string {
  return createHash(algorithm).update(bytes).digest('hex')
}
