import { createHash } from 'node:crypto'

/** A line of a checksum list. */
type Listed = { readonly name: string; readonly digest: string }

/** The lines `digest  name`, `digest *name` and `SHA256 (name) = digest` of a text. */
export function listedIn(text: string): Listed[] {
  return text.split('\n').flatMap((line) => {
    const [, digest, name] = /^([0-9a-fA-F]{32,128}) [ *]?(.+)$/.exec(line.trim()) ?? []
    const [, tagged, after] = /^[\w-]+ \((.+)\) = ([0-9a-fA-F]{32,128})$/.exec(line.trim()) ?? []
    if (digest !== undefined) return [{ name: plain(name!), digest: digest.toLowerCase() }]
    return tagged === undefined ? [] : [{ name: plain(tagged), digest: after!.toLowerCase() }]
  })
}

/** The digest of bytes in hexadecimal, by a name such as sha256 or SHA-256. */
export function digestOf(bytes: Uint8Array, algorithm: string): string {
  return createHash(algorithm.toLowerCase().replace('-', '')).update(bytes).digest('hex')
}

function plain(name: string): string {
  return name.trim().replace(/^\.\//, '')
}
