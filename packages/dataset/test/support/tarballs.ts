import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Tarball } from '@lawbook/schemas'
import { Header } from 'tar'

export type Entry = { readonly path: string; readonly body?: string; readonly type?: 'File' | 'SymbolicLink' }

/** A gzipped tarball of these entries, links pointing to /etc/passwd. */
export function tarballOf(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ path, body = '', type = 'File' }) => {
    const data = type === 'File' ? Buffer.from(body) : Buffer.alloc(0)
    const header = Buffer.alloc(512)
    new Header({ path, type, size: data.length, mode: 0o644, linkpath: type === 'File' ? '' : '/etc/passwd' }).encode(
      header,
    )
    return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512)]
  })
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]))
}

/** The manifest entry that pins this tarball. */
export function pinOf(name: string, data: Buffer, files: readonly string[] = ['SKILL.md']): Tarball {
  return {
    package: name,
    version: '1.0.0',
    licence: 'MIT',
    integrity: integrityOf(data),
    tarballBytes: data.length,
    files: [...files],
  }
}

export function integrityOf(data: Buffer): string {
  return `sha512-${createHash('sha512').update(data).digest('base64')}`
}
