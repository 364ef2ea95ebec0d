import { createReadStream } from 'node:fs'
import { fail, LawbookError } from '@lawbook/base'
import type { DatasetManifest, Tarball } from '@lawbook/schemas'
import { Parser, type ReadEntry } from 'tar'
import { megabytes, nameOf } from './manifest.ts'

type Caps = NonNullable<DatasetManifest['caps']>

/**
 * The wanted files of a tarball on disk, by path below its top folder. The tarball is streamed and nothing of it is
 * written. Throws LB_DATA_PATH (a wanted file is missing or a link; any path leaves its folder), LB_DATA_TOO_LARGE (a
 * cap is passed), LB_DATA_TRUNCATED, and LB_DATA_INTEGRITY if it is no tarball.
 */
export async function readTarball(path: string, tarball: Tarball, caps: Caps): Promise<Map<string, Uint8Array>> {
  const wanted = new Set(tarball.files)
  const found = new Map<string, Uint8Array>()
  let unpacked = 0
  await new Promise<void>((resolve, reject) => {
    const input = createReadStream(path)
    const stop = (thrown: unknown): void => {
      input.destroy()
      reject(unreadable(thrown, tarball))
    }
    const take = (entry: ReadEntry): void => {
      unpacked += entry.size
      checkPath(entry, tarball)
      if (unpacked > caps.unpackedBytes) tooLarge(tarball, 'it', unpacked, caps.unpackedBytes)
      const inside = entry.path.slice(entry.path.indexOf('/') + 1)
      if (!wanted.has(inside)) return void entry.resume()
      checkWanted(entry, tarball, caps)
      collect(entry, (data) => found.set(inside, data))
    }
    const parser = new Parser({
      strict: true,
      onReadEntry: (entry) => {
        try {
          take(entry)
        } catch (thrown) {
          stop(thrown)
        }
      },
    })
    parser.on('error', stop).on('end', resolve)
    input.on('error', stop).pipe(parser as unknown as NodeJS.WritableStream)
  })
  const missing = tarball.files.filter((file) => !found.has(file))
  if (missing.length > 0) {
    fail(
      'LB_DATA_PATH',
      `${nameOf(tarball)} lacks ${missing.length} of ${tarball.files.length} wanted files, first ${missing[0]}; correct the paths in the manifest`,
      { source: nameOf(tarball), missing: missing.slice(0, 20) },
    )
  }
  return found
}

/** The content of an entry, copied into its place as it arrives: a large file is never in memory twice. */
function collect(entry: ReadEntry, onWhole: (data: Uint8Array) => void): void {
  const data = new Uint8Array(entry.size)
  let at = 0
  entry.on('data', (chunk: Uint8Array) => {
    data.set(chunk, at)
    at += chunk.length
  })
  entry.on('end', () => onWhole(data))
}

function checkPath(entry: ReadEntry, tarball: Tarball): void {
  if (!/^([/\\]|[A-Za-z]:)/.test(entry.path) && !entry.path.split(/[/\\]/).includes('..')) return
  fail('LB_DATA_PATH', `${nameOf(tarball)} holds the path ${entry.path}, which leaves its folder; do not trust it`, {
    source: nameOf(tarball),
    path: entry.path,
  })
}

function checkWanted(entry: ReadEntry, tarball: Tarball, caps: Caps): void {
  if (entry.type !== 'File' && entry.type !== 'OldFile') {
    fail('LB_DATA_PATH', `${entry.path} in ${nameOf(tarball)} is a ${entry.type}; only plain files are read`, {
      source: nameOf(tarball),
      path: entry.path,
    })
  }
  if (entry.size > caps.fileBytes) tooLarge(tarball, entry.path, entry.size, caps.fileBytes)
}

function tooLarge(tarball: Tarball, what: string, found: number, expected: number): never {
  fail(
    'LB_DATA_TOO_LARGE',
    `${what} in ${nameOf(tarball)} unpacks to ${megabytes(found)} or more; the manifest allows ${megabytes(expected)}; check the source`,
    { source: nameOf(tarball), found, expected },
  )
}

function unreadable(thrown: unknown, tarball: Tarball): LawbookError {
  if (thrown instanceof LawbookError) return thrown
  const { message } = thrown as Error
  const source = nameOf(tarball)
  return /unexpected end|truncated/i.test(message)
    ? new LawbookError(
        'LB_DATA_TRUNCATED',
        `the tarball of ${source} ends too early (${message}); pin a whole one`,
        { source },
        thrown,
      )
    : new LawbookError(
        'LB_DATA_INTEGRITY',
        `the tarball of ${source} cannot be unpacked (${message}); pin a sound one`,
        { source },
        thrown,
      )
}
